import { css } from 'lit';

export const taskCardStyles = css`
  /* What is told may be short or long; the buttons below stay where they are. */
  .told {
    min-block-size: 16.5em;
  }
  .kind {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_1);
    font-size: 0.875em;
  }
  .channel {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    font-weight: 600;
  }
  h3 {
    font-size: 1.5em;
    margin-block: 0.15em 0.1em;
  }
  h3:focus {
    outline: none;
  }
  h3:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 4px;
    border-radius: 2px;
  }
  h4 {
    margin: 0.75em 0 0;
    font-size: 0.8125em;
    font-weight: 500;
    color: var(--_muted);
  }
  .state {
    display: flex;
    align-items: baseline;
    gap: 0.4em;
    margin-block-start: 0.35em;
  }
  .state .icon {
    align-self: center;
  }
  .state.alarm {
    color: var(--_alarm);
    font-weight: 500;
  }
  .told details {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .told summary {
    inline-size: fit-content;
    padding-block: 0.3em;
  }
  .note {
    display: block;
    color: var(--_muted);
  }
  .reach {
    margin-block-start: var(--_2);
    border-block-start: 1px solid var(--_line);
    padding-block-start: var(--_1);
  }
  .reach .button {
    inline-size: 100%;
    min-block-size: 3em;
    margin-block-start: var(--_1);
    font-size: 1.0625em;
  }
  .dial {
    border-color: var(--_accent);
    color: var(--_accent);
    font-weight: 600;
  }
  .off {
    color: var(--_muted);
    border: 1px dashed var(--_line-strong);
    border-radius: var(--_radius);
    background: transparent;
    cursor: default;
  }
  .answer fieldset {
    position: relative;
  }
  .answer legend {
    padding-block-start: var(--_2);
    padding-inline-end: 6em;
    font-weight: 600;
  }
  /* Beside the question (the box begins below its legend): the button that logs stays above the fold of a phone. */
  .answer summary {
    position: absolute;
    inset-block-end: 100%;
    inset-inline-end: 0;
    padding-block: 0.25em 0;
  }
  .dispositions {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--_1);
    margin-block-start: var(--_1);
  }
  .disposition {
    position: relative;
    display: block;
    cursor: pointer;
  }
  .disposition input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .disposition span {
    display: block;
    align-content: center;
    min-block-size: var(--_touch);
    padding: 0.25em;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    text-align: center;
    line-height: 1.25;
  }
  .disposition span::first-letter {
    text-transform: uppercase;
  }
  .disposition:hover span {
    background: var(--_sunken);
  }
  .disposition input:checked + span {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 2px var(--_accent);
    background: var(--_accent-soft);
  }
  .disposition input:focus-visible + span {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .close {
    display: grid;
    grid-template-columns: 1fr;
    gap: var(--_1);
    margin-block-start: var(--_1);
  }
  .close input {
    inline-size: 100%;
    min-block-size: var(--_touch);
    padding: 0.25em 0.75em;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .close input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .close button {
    min-block-size: 3em;
  }
`;
