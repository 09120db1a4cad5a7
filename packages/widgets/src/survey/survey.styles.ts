import { css } from 'lit';
import { baseStyles, buttonStyles } from '../tokens/base.styles.ts';
import { formStyles } from '../tokens/form.styles.ts';

export const surveyStyles = [
  ...baseStyles,
  buttonStyles,
  formStyles,
  css`
    /* The height is reserved: what follows on the page stays in its place. */
    .root {
      min-block-size: var(--beback-survey-height, 48em);
    }
    fieldset.missing {
      padding-inline-start: var(--_2);
      border-inline-start: 4px solid var(--_alarm);
    }
    legend {
      font-weight: 600;
    }
    .scale {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: minmax(0, 1fr);
      gap: var(--_1);
      margin-block-start: var(--_1);
    }
    .ends {
      display: flex;
      justify-content: space-between;
      gap: var(--_2);
      margin-block-start: 0.25em;
    }
    .ends span:last-child {
      text-align: end;
    }
  `,
];
