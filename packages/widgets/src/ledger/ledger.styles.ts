import { css } from 'lit';
import { iconStyles } from '../icons/icons.styles.ts';
import { buttonStyles, staffStyles } from '../tokens/base.styles.ts';

/** What the ledger and the file of evidence share. */
export const ledgerParts = [
  ...staffStyles,
  buttonStyles,
  iconStyles,
  css`
    .root {
      max-inline-size: 72em;
    }
    h1 {
      font-size: 1.5em;
    }
    h1:focus,
    h2:focus,
    h3:focus,
    .told:focus {
      outline: none;
    }
    h2 {
      margin-block: var(--_3) var(--_1);
      font-size: 1.125em;
    }
    h3 {
      font-size: 1em;
    }
    .waiting {
      display: flex;
      flex-direction: column;
      align-items: start;
      gap: var(--_1);
      min-block-size: 10em;
      padding-block: var(--_2);
    }
    .channels {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 19em), 1fr));
      gap: var(--_2);
      margin-block: var(--_1);
    }
    .channel {
      align-self: start;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    .channel h3 {
      padding: var(--_1) var(--_2);
    }
    .channel > details {
      border-block-start: 1px solid var(--_line);
    }
    .channel summary {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      justify-content: space-between;
      gap: 0 var(--_1);
      min-block-size: var(--_touch);
      padding: 0.25em var(--_2);
      cursor: pointer;
    }
    .channel summary:hover {
      background: var(--_sunken);
    }
    .verdict {
      font-size: 0.9375em;
      font-weight: 500;
      text-align: end;
    }
    .turn {
      display: inline-block;
      color: var(--_muted);
    }
    details[open] > summary .turn {
      transform: rotate(90deg);
    }
    .good {
      color: var(--_good);
    }
    .wait {
      color: var(--_wait);
    }
    .alarm {
      color: var(--_alarm);
    }
    .because {
      padding: var(--_1) var(--_2) var(--_2);
      background: var(--_sunken);
    }
    .reasons li + li,
    .because p {
      margin-block-start: var(--_1);
    }
    .cited {
      display: block;
    }
    .fold > summary,
    .wording > summary {
      padding-block: 0.625em;
      color: var(--_accent);
      cursor: pointer;
    }
    .lines {
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    .lines > li {
      padding: var(--_1) var(--_2);
    }
    .lines > li + li {
      border-block-start: 1px solid var(--_line);
    }
    .what {
      font-weight: 600;
    }
    blockquote {
      margin: 0.25em 0;
      padding-inline-start: var(--_1);
      border-inline-start: 3px solid var(--_line);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    .buttons,
    .fields {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_1) var(--_2);
    }
    .field {
      display: flex;
      flex-direction: column;
      min-inline-size: 0;
    }
    .grow {
      flex: 1 1 16em;
    }
    .field label {
      font-size: 0.875em;
      color: var(--_muted);
    }
    .field input,
    select {
      min-block-size: var(--_touch);
      max-inline-size: 100%;
      padding: 0.25em 0.5em;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: inherit;
      font: inherit;
    }
    .fault {
      color: var(--_alarm);
      font-weight: 500;
    }
    .fault:empty,
    .told:empty {
      display: none;
    }
  `,
];

export const ledgerStyles = [
  ...ledgerParts,
  css`
    .heard h2 {
      margin-block-start: var(--_2);
    }
    .told {
      margin-block-start: var(--_1);
      padding: var(--_1) var(--_2);
      border-inline-start: 4px solid var(--_accent);
      background: var(--_sunken);
    }
    .noting {
      display: flex;
      flex-direction: column;
      gap: var(--_2);
      margin-block-start: var(--_1);
      padding: var(--_2);
      border: 1px solid var(--_line);
      border-inline-start: 4px solid var(--_accent);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    legend {
      font-weight: 500;
    }
    .box {
      display: flex;
      align-items: center;
      gap: var(--_1);
      min-block-size: var(--_touch);
      cursor: pointer;
    }
    .box input {
      flex: none;
      inline-size: 1.375em;
      block-size: 1.375em;
      accent-color: var(--_accent);
    }
    .found a {
      display: block;
      padding: 0.75em var(--_2);
    }
  `,
];
