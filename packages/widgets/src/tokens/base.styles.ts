import { css } from 'lit';
import { staffTokens, tokens } from './tokens.styles.ts';

/**
 * What every widget starts from. `!important` in a shadow root outranks the page: a host's `* { all: unset }` reaches
 * the element itself, and no further than `.root`.
 */
export const baseStyles = [
  tokens,
  css`
    :host {
      display: block !important;
      /* A container has no width of its own: in a shrinking flex row it would vanish. */
      min-inline-size: min(100%, 280px);
      container-type: inline-size !important;
    }
    :host([hidden]) {
      display: none !important;
    }
    .root {
      all: initial;
      color-scheme: inherit;
      display: block;
      box-sizing: border-box;
      font-family: var(--_font);
      font-size: var(--beback-font-size, medium);
      font-variant-numeric: tabular-nums;
      line-height: 1.5;
      color: var(--_text);
      text-align: start;
      -webkit-text-size-adjust: 100%;
      overflow-wrap: break-word;
    }
    *,
    *::before,
    *::after {
      box-sizing: border-box;
    }
    h2,
    p,
    fieldset,
    legend {
      margin: 0;
      padding: 0;
      border: 0;
      min-inline-size: 0;
    }
    h2 {
      font-weight: 600;
      line-height: 1.25;
      text-wrap: balance;
    }
    button,
    input,
    textarea {
      font: inherit;
      font-variant-numeric: inherit;
      color: inherit;
      margin: 0;
    }
    a {
      color: var(--_accent);
      text-underline-offset: 0.15em;
    }
    :focus-visible {
      outline: 2px solid var(--_focus);
      outline-offset: 2px;
    }
    .muted {
      color: var(--_muted);
    }
    .small {
      font-size: 0.875em;
    }
    .said {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `,
];

/** Buttons: one that does what the screen is for, and plain ones. */
export const buttonStyles = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_1);
    min-block-size: var(--_touch);
    padding: 0.25em var(--_2);
    border: 1px solid var(--_line-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font-weight: 500;
    line-height: 1.25;
    text-decoration: none;
    text-align: center;
    cursor: pointer;
  }
  button:hover,
  .button:hover {
    background: var(--_sunken);
  }
  button[aria-disabled='true'] {
    cursor: default;
    color: var(--_muted);
    border-color: var(--_line);
    background: var(--_sunken);
  }
  .main {
    background: var(--_accent);
    border-color: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
  .main:hover {
    background: var(--_accent-strong);
    border-color: var(--_accent-strong);
  }
`;

/** What the staff's widgets have beside: headings and lists of every kind, states in tones. */
export const staffStyles = [
  ...baseStyles,
  staffTokens,
  css`
    h1,
    h3,
    h4,
    ul,
    ol,
    dl,
    dd {
      margin: 0;
      padding: 0;
    }
    ul,
    ol {
      list-style: none;
    }
    h1,
    h3 {
      font-weight: 600;
      line-height: 1.25;
      text-wrap: balance;
    }
  `,
];
