import { css } from 'lit';

/**
 * The one visual language: system fonts, tabular numerals, an 8-point grid, one accent. A host sets the custom
 * properties named `--beback-…`; widgets use the ones named `--_…`.
 *
 * Sizes are `em` of the root's `font-size: medium`, the reader's own setting: a host page's root font (10 px on many
 * dealer sites) does not shrink a widget, a reader's larger one enlarges it.
 *
 * Colours follow `color-scheme`: the page's, or what the `theme` attribute says. Lines, tints and the focus ring are mixed
 * from text, surface and accent, so that a host which sets these three sets all of them.
 *
 * @cssproperty --beback-accent - The one accent: buttons, links, what was chosen.
 * @cssproperty --beback-on-accent - What is written on the accent.
 * @cssproperty --beback-surface - The ground of cards and fields.
 * @cssproperty --beback-text - What is written on the surface.
 * @cssproperty --beback-muted - What is written on it beside the point.
 * @cssproperty --beback-radius - The radius of corners (6px).
 * @cssproperty --beback-font - The font family.
 * @cssproperty --beback-font-size - The size of the text (medium: the reader's own setting).
 */
export const tokens = css`
  :host {
    --_accent: var(--beback-accent, light-dark(#0a5c6b, #6cc5d6));
    --_accent-strong: color-mix(in srgb, var(--_accent) 85%, var(--_text));
    --_on-accent: var(--beback-on-accent, light-dark(#ffffff, #06272d));
    --_accent-soft: color-mix(in srgb, var(--_accent) 12%, var(--_surface));
    --_surface: var(--beback-surface, light-dark(#ffffff, #181c1f));
    --_sunken: color-mix(in srgb, var(--_text) 6%, var(--_surface));
    --_text: var(--beback-text, light-dark(#16191d, #eceff1));
    --_muted: var(--beback-muted, light-dark(#565e68, #a3adb6));
    --_line: color-mix(in srgb, var(--_text) 15%, var(--_surface));
    --_line-strong: color-mix(in srgb, var(--_text) 52%, var(--_surface));
    --_alarm: light-dark(#a8241c, #ff9a8f);
    --_focus: var(--_accent-strong);
    --_radius: var(--beback-radius, 6px);
    --_font: var(--beback-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', sans-serif);
    /* The grid: 1 step is 8 px at the usual font size. */
    --_1: 0.5em;
    --_2: 1em;
    --_3: 1.5em;
    --_touch: 2.75em;
  }
  :host([theme='light']) {
    color-scheme: light !important;
  }
  :host([theme='dark']) {
    color-scheme: dark !important;
  }
  :host([theme='auto']) {
    color-scheme: light dark !important;
  }
`;

/** What the boards and the day add: tones for states, each beside a shape and a word. */
export const staffTokens = css`
  :host {
    --_alarm-soft: light-dark(#fbeceb, #3a1c1a);
    --_good: light-dark(#1a6640, #83d6a5);
    --_good-soft: light-dark(#e6f3ec, #16301f);
    --_wait: light-dark(#7d5200, #e6bd70);
    --_wait-soft: light-dark(#fbf2e0, #33280f);
    --_4: 2em;
  }
`;
