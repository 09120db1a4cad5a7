import { css } from 'lit';

export const whyNotStyles = css`
  .why-not form {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: var(--_1);
  }
  .why-not input {
    inline-size: 100%;
    min-block-size: var(--_touch);
    padding: 0.25em 0.75em;
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .why-not input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .why-not .found {
    min-block-size: 1.5em;
    margin-block-start: 0.25em;
  }
  .answers,
  .sum {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .answers li {
    padding: 0.75em var(--_2);
  }
  .answers li + li,
  .sum div + div {
    border-block-start: 1px solid var(--_line);
  }
  .answers .state {
    font-weight: 500;
  }
  .sum {
    margin-block-start: var(--_1);
  }
  .sum div {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_2);
    padding: 0.6em var(--_2);
  }
  .sum .state {
    margin: 0;
  }
  .sum dd {
    font-weight: 600;
  }
`;
