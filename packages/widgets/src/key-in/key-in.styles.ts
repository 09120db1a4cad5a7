import { css } from 'lit';
import { iconStyles } from '../icons/icons.styles.ts';
import { buttonStyles, staffStyles } from '../tokens/base.styles.ts';

export const keyInStyles = [
  ...staffStyles,
  buttonStyles,
  iconStyles,
  css`
    .root {
      display: flex;
      flex-direction: column;
      gap: var(--_2);
    }
    h1 {
      font-size: 1.5em;
    }
    h2 {
      font-size: 1.125em;
    }
    .card {
      display: flex;
      flex-direction: column;
      gap: var(--_2);
      padding: var(--_2);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    .fields {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_1) var(--_2);
    }
    .field {
      display: flex;
      flex-direction: column;
      flex: 1 1 9em;
      gap: 0.25em;
      min-inline-size: 0;
    }
    .wide {
      flex-basis: 100%;
    }
    /* Nothing moves when it is known who it is: an empty line stands there before. */
    .match {
      margin-block-start: -0.25em;
    }
    label {
      font-weight: 500;
    }
    input,
    select {
      inline-size: 100%;
      min-block-size: var(--_touch);
      padding: 0.25em 0.5em;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
      color: var(--_text);
      font: inherit;
    }
    #code {
      font-family: ui-monospace, 'Cascadia Mono', Consolas, 'Liberation Mono', monospace;
      font-weight: 700;
      letter-spacing: 0.1em;
      text-transform: uppercase;
    }
    [aria-invalid='true'] {
      border-color: var(--_alarm);
      box-shadow: inset 0 0 0 1px var(--_alarm);
    }
    .fault {
      color: var(--_alarm);
      font-weight: 500;
    }
    .match {
      min-block-size: 1.5em;
      font-weight: 600;
    }
    summary {
      padding-block: 0.6em;
      color: var(--_accent);
      cursor: pointer;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.25em var(--_2);
      padding-block: var(--_1);
      border-block-start: 1px solid var(--_line);
    }
    .sign {
      font: 700 1em ui-monospace, 'Cascadia Mono', Consolas, 'Liberation Mono', monospace;
    }
    .name {
      font-weight: 600;
    }
    .state {
      margin-inline-start: auto;
    }
    .bad {
      color: var(--_alarm);
    }
    .waiting {
      display: flex;
      flex-direction: column;
      align-items: start;
      gap: var(--_1);
    }
  `,
];
