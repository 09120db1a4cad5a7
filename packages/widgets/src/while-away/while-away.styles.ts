import { css } from 'lit';
import { iconStyles } from '../icons/icons.styles.ts';
import { buttonStyles, staffStyles } from '../tokens/base.styles.ts';

export const whileAwayStyles = [
  ...staffStyles,
  buttonStyles,
  iconStyles,
  css`
    .root {
      display: flex;
      flex-direction: column;
      gap: var(--_1);
      margin-block-end: var(--_3);
      padding: var(--_2);
      border: 1px solid var(--_line);
      border-inline-start: 4px solid var(--_accent);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    h2 {
      font-size: 1.125em;
    }
    h2:focus {
      outline: none;
    }
    li {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--_1);
      padding-block: 0.4em;
      border-block-start: 1px solid var(--_line);
    }
    .customer {
      font-weight: 600;
    }
    summary {
      padding-block: 0.75em;
      color: var(--_accent);
      cursor: pointer;
    }
    .end {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--_1) var(--_2);
    }
  `,
];
