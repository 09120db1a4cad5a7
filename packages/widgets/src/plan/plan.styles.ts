import { css } from 'lit';
import { iconStyles } from '../icons/icons.styles.ts';
import { buttonStyles, staffStyles } from '../tokens/base.styles.ts';
import { planFigureStyles } from './plan-figures.styles.ts';
import { planPartStyles } from './plan-parts.styles.ts';
import { planSigningStyles } from './plan-signing.styles.ts';

export const planStyles = [
  ...staffStyles,
  buttonStyles,
  iconStyles,
  planFigureStyles,
  planPartStyles,
  planSigningStyles,
  css`
    .root,
    .column {
      display: flex;
      flex-direction: column;
      gap: var(--_2);
      min-inline-size: 0;
    }
    .root {
      gap: var(--_1);
    }
    .columns {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_2);
      order: 2;
    }
    .root > .chip {
      order: 2;
    }
    h1 {
      font-size: 1.375em;
      letter-spacing: -0.01em;
    }
    h1:focus,
    #ask:focus,
    .sentences li:focus {
      outline: none;
    }
    h1:focus-visible,
    #ask:focus-visible,
    .sentences li:focus-visible {
      outline: 2px solid var(--_focus);
      outline-offset: 4px;
      border-radius: 2px;
    }
    h2 {
      font-size: 1.125em;
    }
    h2 .small {
      font-size: 0.77em;
      font-weight: 400;
    }
    h3 {
      font-size: 1em;
    }
    h3 .muted {
      font-weight: 400;
    }
    .saying {
      order: 1;
      min-block-size: 1.5em;
      margin-block: -0.25em;
      color: var(--_good);
      font-weight: 500;
    }
    .choosers {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_1);
      min-block-size: var(--_touch);
    }
    .choosers > * {
      position: relative;
      flex: 1 1 8em;
      min-inline-size: 0;
    }
    .states {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25em var(--_1);
      margin-block-start: 0.25em;
    }
    .chip {
      display: inline-flex;
      align-items: center;
      gap: 0.35em;
      padding: 0 0.5em;
      border-radius: 4px;
      align-self: start;
      background: var(--_sunken);
      color: var(--_text);
    }
    .chip.alarm {
      background: var(--_alarm-soft);
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
    .waiting {
      display: flex;
      flex-direction: column;
      align-items: start;
      gap: var(--_2);
      min-block-size: 24em;
      padding-block: var(--_3);
    }
    .verdict,
    .carrier,
    .split,
    .leads,
    .sentences,
    .rules {
      padding: var(--_2);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    .verdict {
      display: flex;
      flex-direction: column;
      gap: var(--_1);
      border-inline-start: 4px solid var(--_alarm);
    }
    .verdict.fits {
      border-inline-start-color: var(--_good);
    }
    .loads {
      display: flex;
      flex-direction: column;
      gap: var(--_1);
    }
    h2.alarm,
    .trouble {
      color: var(--_alarm);
    }
    h2.good {
      color: var(--_good);
    }
    .accused,
    .accused li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--_1);
    }
    .numbers {
      display: inline-flex;
      flex-wrap: wrap;
      gap: 0.25em;
    }
    .signed {
      margin: 0;
      padding: var(--_1) var(--_2);
      border-radius: var(--_radius);
      background: var(--_wait-soft);
    }
    .signed figcaption {
      color: var(--_wait);
      font-weight: 500;
    }
    blockquote {
      margin: 0;
      overflow-wrap: anywhere;
    }
    /* A single reason says what stands over it and beside its chart: a phone has no room for it twice. */
    @container (inline-size < 34em) {
      .only {
        position: absolute;
        inline-size: 1px;
        block-size: 1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
    }
    @container (inline-size >= 62em) {
      .root {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        align-items: start;
      }
      .root > * {
        grid-column: 1 / -1;
      }
      .root > header {
        grid-column: 1;
        grid-row: 1;
      }
      .choosers {
        grid-column: 2;
        grid-row: 1;
        flex-wrap: nowrap;
      }
      .choosers > * {
        flex: 0 1 auto;
      }
      .tested {
        grid-template-columns: minmax(0, 7fr) minmax(0, 5fr);
        align-items: start;
      }
    }
  `,
];
