import { css } from 'lit';

/** The parts of a plan that people read and fill in: steps, forms, buttons. */
export const planPartStyles = css`
  .step {
    display: inline-grid;
    place-items: center;
    min-inline-size: 2em;
    min-block-size: 2em;
    border-radius: 4px;
    background: var(--_sunken);
    color: var(--_text);
    font-weight: 600;
    text-decoration: none;
  }
  .step:hover {
    text-decoration: underline;
  }
  .accused .step,
  .guilty .step {
    background: var(--_alarm-soft);
    color: var(--_alarm);
    box-shadow: inset 0 0 0 1px currentColor;
  }
  .accused .step {
    min-inline-size: 1.75em;
    min-block-size: 1.75em;
  }
  select,
  textarea,
  input[type='number'] {
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_touch);
    padding: 0.35em 0.6em;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
  }
  textarea {
    resize: vertical;
  }
  .awaited {
    color: var(--_wait);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_1);
  }
  .asked {
    display: flex;
    flex-direction: column;
    gap: var(--_1);
  }
  form {
    display: flex;
    flex-direction: column;
    gap: var(--_1);
    padding-block-end: var(--_1);
  }
  .field {
    display: flex;
    flex-direction: column;
    gap: 0.25em;
    min-inline-size: 0;
  }
  .field label {
    font-weight: 500;
  }
  .tick {
    display: flex;
    align-items: center;
    gap: 0.75em;
    min-block-size: var(--_touch);
  }
  .tick input {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    accent-color: var(--_accent);
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
  .counts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 8.5em), 1fr));
    align-items: end;
    gap: var(--_1);
  }
  summary {
    padding-block: 0.6em;
    color: var(--_accent);
    cursor: pointer;
  }
  .cells {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 8em), 1fr));
    gap: 0.25em var(--_1);
  }
  .cells dd .small {
    display: block;
  }
  .cells b {
    font-size: 1.125em;
  }
  .sentences > section {
    margin-block-start: var(--_1);
    border-block-start: 1px solid var(--_line);
  }
  .fold > summary {
    min-block-size: var(--_touch);
    padding-block: 0.7em;
    color: var(--_text);
  }
  .fold h3 {
    display: inline;
  }
  .fold > summary .chip {
    margin-inline-start: 0.35em;
    vertical-align: baseline;
  }
  .fold[open] {
    padding-block-end: var(--_1);
  }
  .sentences li {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.75em;
    align-items: start;
    padding-block: 0.5em;
    border-block-start: 1px solid var(--_line);
    scroll-margin-block: 4em;
  }
  .sentences [aria-current] {
    background: var(--_accent-soft);
  }
`;
