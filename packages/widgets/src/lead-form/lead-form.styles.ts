import { css } from 'lit';
import { baseStyles, buttonStyles } from '../tokens/base.styles.ts';
import { formStyles } from '../tokens/form.styles.ts';

export const leadFormStyles = [
  ...baseStyles,
  buttonStyles,
  formStyles,
  css`
    /* The height is reserved: what follows on the page stays in its place from the first paint to the receipt. */
    .root {
      min-block-size: var(--beback-lead-form-height, 60em);
    }
    .pair {
      display: grid;
      gap: var(--_2);
    }
    .hint {
      margin-block-start: calc(var(--_1) * -1);
    }
    .choices {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: var(--_1);
      margin-block-start: 0.25em;
    }
    .consent {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 0.75em;
      align-items: start;
      min-block-size: 8.5em;
      font-size: 0.875em;
      font-weight: 400;
      line-height: 1.45;
    }
    .consent input {
      inline-size: 24px;
      block-size: 24px;
      margin: 0;
      accent-color: var(--_accent);
    }
    .panel {
      display: flex;
      flex-direction: column;
      align-items: start;
      justify-content: start;
      gap: var(--_2);
      flex: 1;
    }
    .panel p {
      max-inline-size: 34em;
    }
    .receipt {
      padding: var(--_1) var(--_2);
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
      background: var(--_sunken);
      font-weight: 600;
      overflow-wrap: anywhere;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--_1);
    }
    @container (inline-size >= 30em) {
      .root {
        min-block-size: var(--beback-lead-form-height, 45em);
      }
      .pair {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .consent {
        min-block-size: 5.5em;
      }
    }
  `,
];
