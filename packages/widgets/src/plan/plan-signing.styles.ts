import { css } from 'lit';

/** Names under a plan, and what it changes. */
export const planSigningStyles = css`
  .signatures,
  .changes {
    display: flex;
    flex-direction: column;
    gap: var(--_1);
    padding: var(--_2);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow-wrap: anywhere;
  }
  .signatures h3 {
    margin-block-start: var(--_1);
  }
  @container (inline-size >= 62em) {
    .jump {
      display: none;
    }
  }
  .of {
    color: var(--_muted);
    font-weight: 400;
  }
  .signatures .bar {
    display: block;
    inline-size: 100%;
    block-size: 6px;
    border-radius: 3px;
    fill: var(--_sunken);
  }
  .signatures .bar .there {
    fill: var(--_good);
  }
  .signatures .good,
  .people .icon {
    color: var(--_good);
  }
  .people .chip .icon {
    color: inherit;
  }
  .people li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 var(--_1);
    padding-block: 0.35em;
    border-block-start: 1px solid var(--_line);
  }
  .people b {
    font-weight: 500;
  }
  .changed li {
    display: flex;
    flex-direction: column;
    gap: 0.25em;
    padding-block: 0.5em;
    border-block-start: 1px solid var(--_line);
  }
  .meanwhile {
    padding: var(--_1) var(--_2);
    border-inline-start: 4px solid var(--_alarm);
    background: var(--_alarm-soft);
  }
  .meanwhile h3 {
    color: var(--_alarm);
  }
  .rules li {
    padding-block: 0.5em;
    border-block-start: 1px solid var(--_line);
  }
  .rules h2 {
    padding-block-end: 0.35em;
  }
  h2:focus {
    outline: none;
  }
  h2:focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 4px;
    border-radius: 2px;
  }
`;
