import { css } from 'lit';

export const iconStyles = css`
  .icon {
    inline-size: 1em;
    block-size: 1em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.5;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.125em;
  }
  .turns:dir(rtl) {
    transform: scaleX(-1);
  }
`;
