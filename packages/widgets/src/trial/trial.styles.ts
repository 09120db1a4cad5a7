import { css } from 'lit';
import { iconStyles } from '../icons/icons.styles.ts';
import { buttonStyles, staffStyles } from '../tokens/base.styles.ts';

export const trialStyles = [
  ...staffStyles,
  buttonStyles,
  iconStyles,
  css`
    .root,
    .card,
    form,
    .sure {
      display: flex;
      flex-direction: column;
      gap: var(--_1);
      min-inline-size: 0;
    }
    .root {
      gap: var(--_2);
    }
    header {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: var(--_1) var(--_2);
    }
    header > p:last-child {
      flex-basis: 100%;
      max-inline-size: 60em;
    }
    h1 {
      font-size: 1.375em;
      letter-spacing: -0.01em;
    }
    h1:focus,
    #ask:focus {
      outline: none;
    }
    h1:focus-visible,
    #ask:focus-visible {
      outline: 2px solid var(--_focus);
      outline-offset: 4px;
      border-radius: 2px;
    }
    h2 {
      font-size: 1.125em;
    }
    h3 {
      font-size: 1em;
    }
    .saying {
      min-block-size: 1.5em;
      margin-block: calc(-1 * var(--_1));
      color: var(--_good);
      font-weight: 500;
    }
    .waiting {
      display: flex;
      flex-direction: column;
      align-items: start;
      gap: var(--_2);
      min-block-size: 24em;
      padding-block: var(--_3);
    }
    .pair {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_2);
    }
    .card {
      padding: var(--_2);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    .lock {
      border-inline-start: 4px solid var(--_wait);
    }
    .lock h2 {
      color: var(--_wait);
    }
    .lock.free {
      border-inline-start-color: var(--_good);
    }
    .lock.free h2 {
      color: var(--_good);
    }
    .chip {
      display: inline-flex;
      align-items: center;
      gap: 0.35em;
      padding: 0 0.5em;
      border-radius: 4px;
      background: var(--_sunken);
      color: var(--_text);
      font-weight: 500;
    }
    .chip.alarm {
      background: var(--_alarm-soft);
    }
    .alarm {
      color: var(--_alarm);
    }
    .chip.wait {
      background: var(--_wait-soft);
      color: var(--_wait);
    }
    .chip.good {
      background: var(--_good-soft);
      color: var(--_good);
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--_1);
    }
    .word {
      margin: 0;
      padding: var(--_1) var(--_2);
      border-radius: var(--_radius);
      background: var(--_sunken);
    }
    .word figcaption {
      font-weight: 600;
    }
    blockquote {
      margin: 0;
      overflow-wrap: anywhere;
    }
    .advice {
      font-weight: 600;
    }
    .people,
    .questions {
      display: flex;
      flex-direction: column;
    }
    .people li,
    .questions li {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 0.25em var(--_3);
      padding-block: 0.75em;
      border-block-start: 1px solid var(--_line);
    }
    .people h3 {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25em var(--_1);
    }
    .people .chip {
      font-size: 0.875em;
    }
    .share p,
    .questions p.small {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 var(--_1);
    }
    .questions p.small {
      justify-content: start;
    }
    .bar {
      display: block;
      inline-size: 100%;
      block-size: 10px;
      margin-block: 0.25em;
      border-radius: 3px;
      overflow: hidden;
    }
    .bar:dir(rtl) {
      transform: scaleX(-1);
    }
    .bar .whole {
      fill: var(--_sunken);
    }
    .bar .part {
      fill: var(--_accent);
    }
    .bar.few .part {
      fill: var(--_line-strong);
    }
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_1) var(--_4);
    }
    dd {
      font-size: 1.5em;
      font-weight: 600;
      line-height: 1.3;
    }
    .field {
      display: flex;
      flex-direction: column;
      gap: 0.25em;
      min-inline-size: 0;
    }
    .length {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_1);
    }
    label {
      font-weight: 500;
    }
    select,
    textarea {
      min-inline-size: 0;
      max-inline-size: 100%;
      min-block-size: var(--_touch);
      padding: 0.35em 0.6em;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
    }
    textarea {
      inline-size: 100%;
      max-inline-size: 40em;
      resize: vertical;
    }
    [aria-invalid='true'] {
      border-color: var(--_alarm);
      outline-color: var(--_alarm);
    }
    .fault {
      color: var(--_alarm);
      font-weight: 500;
    }
    .fault:empty {
      display: none;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_1);
    }
    @container (inline-size >= 48em) {
      .pair {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .people li {
        grid-template-columns: minmax(0, 4fr) minmax(0, 3fr) minmax(0, 3fr);
        align-items: center;
      }
    }
  `,
];
