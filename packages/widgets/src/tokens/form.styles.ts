import { css } from 'lit';

/** What visitors' forms share: one card, fields with their faults, choices as tiles. */
export const formStyles = css`
  .root {
    display: flex;
    flex-direction: column;
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
  .field [aria-invalid='true'] {
    border-color: var(--_alarm);
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
  @container (inline-size >= 30em) {
    .root {
      padding: var(--_3);
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
`;
