import { css } from 'lit';
import { baseStyles, buttonStyles } from '../tokens/base.styles.ts';

export const leadFormStyles = [
  ...baseStyles,
  buttonStyles,
  css`
    /* The height is reserved: what follows on the page stays in its place from the first paint to the receipt. */
    .root {
      display: flex;
      flex-direction: column;
      min-block-size: var(--beback-lead-form-height, 60em);
      max-inline-size: 40em;
      padding: var(--_2);
      border: 1px solid var(--_line);
      border-radius: calc(var(--_radius) * 1.5);
      background: var(--_surface);
    }
    h2 {
      font-size: 1.375em;
    }
    h2:focus {
      outline: none;
    }
    form {
      display: flex;
      flex-direction: column;
      gap: var(--_2);
      flex: 1;
      margin-block-start: var(--_2);
    }
    .pair {
      display: grid;
      gap: var(--_2);
    }
    .field {
      display: flex;
      flex-direction: column;
      gap: 0.25em;
      min-inline-size: 0;
    }
    label,
    legend {
      font-weight: 500;
    }
    .field input,
    textarea {
      inline-size: 100%;
      min-block-size: var(--_touch);
      padding: 0.5em 0.75em;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      background: var(--_surface);
      line-height: 1.25;
    }
    textarea {
      resize: vertical;
      line-height: 1.5;
    }
    [aria-invalid='true'] {
      border-color: var(--_alarm) !important;
      box-shadow: inset 0 0 0 1px var(--_alarm);
    }
    .fault {
      color: var(--_alarm);
      font-size: 0.9375em;
      font-weight: 500;
    }
    .fault:empty {
      display: none;
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
    .choice {
      position: relative;
      display: block;
      cursor: pointer;
      font-weight: 400;
    }
    .choice input {
      position: absolute;
      inset: 0;
      inline-size: 100%;
      block-size: 100%;
      opacity: 0;
      cursor: pointer;
    }
    .choice span {
      display: block;
      align-content: center;
      min-block-size: var(--_touch);
      padding: 0.25em;
      border: 1px solid var(--_line-strong);
      border-radius: var(--_radius);
      text-align: center;
      line-height: 1.25;
    }
    .choice input:checked + span {
      border-color: var(--_accent);
      box-shadow: inset 0 0 0 1px var(--_accent);
      background: var(--_accent-soft);
      font-weight: 600;
    }
    .choice input:focus-visible + span {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
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
    .end {
      display: flex;
      flex-direction: column;
      gap: var(--_1);
      margin-block-start: auto;
    }
    .end button {
      min-block-size: 3em;
    }
    .end p {
      min-block-size: 1.5em;
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
        padding: var(--_3);
      }
      .pair {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .consent {
        min-block-size: 5.5em;
      }
      .end {
        flex-direction: row;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_1) var(--_2);
      }
      .end button {
        min-inline-size: 10em;
      }
    }
  `,
];
