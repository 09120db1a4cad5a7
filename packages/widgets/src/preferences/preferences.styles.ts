import { css } from 'lit';
import { baseStyles, buttonStyles } from '../tokens/base.styles.ts';
import { formStyles } from '../tokens/form.styles.ts';

export const preferencesStyles = [
  ...baseStyles,
  buttonStyles,
  formStyles,
  css`
    /* The height is reserved: what follows on the page stays in its place. */
    .root {
      gap: var(--_2);
      min-block-size: var(--beback-preferences-height, 64em);
    }
    h3 {
      margin: 0;
      font-size: 1.125em;
      font-weight: 600;
    }
    .stop {
      display: flex;
      flex-direction: column;
      align-items: start;
      gap: var(--_1);
      padding-block-end: var(--_2);
      border-block-end: 1px solid var(--_line);
    }
    .stop button {
      min-block-size: 3em;
    }
    form {
      margin-block-start: 0;
    }
    .channels {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 15em), 1fr));
      gap: var(--_2);
    }
    legend {
      font-weight: 600;
    }
    .box {
      display: flex;
      align-items: center;
      gap: var(--_1);
      min-block-size: var(--_touch);
      font-weight: 400;
      cursor: pointer;
    }
    .box input {
      flex: none;
      inline-size: 1.5em;
      block-size: 1.5em;
      accent-color: var(--_accent);
      cursor: pointer;
    }
    .told:empty {
      display: none;
    }
    .told {
      padding: var(--_1) var(--_2);
      border-inline-start: 4px solid var(--_accent);
      background: var(--_sunken);
    }
    .told:focus {
      outline: none;
    }
  `,
];
