import { css } from 'lit';

export const agreementStyles = css`
  .standing {
    font-weight: 500;
  }
  .reach .confirm {
    inline-size: 100%;
    min-block-size: 3em;
    margin-block-start: var(--_1);
    font-weight: 600;
  }
  .days {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(4.5em, 1fr));
    gap: var(--_1);
    margin-block-start: var(--_1);
  }
  .when .time {
    display: flex;
    align-items: center;
    gap: var(--_1);
    margin-block-start: var(--_1);
  }
  .when select {
    flex: 1;
    min-block-size: var(--_touch);
    padding: 0.25em 0.75em;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  .when select:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
  .answer .promising summary {
    position: static;
    inline-size: fit-content;
    padding-block: 0.5em;
  }
`;
