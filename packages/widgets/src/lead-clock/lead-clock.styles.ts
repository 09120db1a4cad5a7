import { css } from 'lit';

export const leadClockStyles = css`
  .lead-clock {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
    margin-block-start: 0.35em;
  }
  .clock-step {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    font-weight: 500;
  }
  .lead-clock.alarm .clock-step {
    color: var(--_alarm);
  }
  .clock-times {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    font-size: 0.875em;
  }
  /* Digits tick in the room that they have: nothing beside them moves. */
  .digits {
    display: inline-block;
    min-inline-size: 4ch;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
`;
