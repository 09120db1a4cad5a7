import { html, type TemplateResult } from 'lit';

/**
 * Small drawings, 16 × 16, in the colour of the text beside them. They never stand alone: the word is next to them, so
 * they are hidden from screen readers.
 */
const DRAWINGS = {
  call: 'M3.2 2h2.6l1.3 3.4-1.8 1.3a8.6 8.6 0 0 0 4 4l1.3-1.8L14 10.2v2.6c0 .7-.6 1.2-1.3 1.2A10.8 10.8 0 0 1 2 3.3C2 2.6 2.5 2 3.2 2Z',
  text: 'M2 3h12v8H7l-3 2.6V11H2Z',
  email: 'M1.5 3.5h13v9h-13Zm0 .5L8 8.5 14.5 4',
  video: 'M1.5 4h9v8h-9Zm9 3 4-2.4v6.8l-4-2.4Z',
  letter: 'M3.5 1.5h9v13h-9ZM5.5 5h5m-5 3h5m-5 3h3',
  inPerson: 'M8 1.8a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 0 1 0-5.2ZM2.8 14.2c.2-3.4 2.2-5 5.2-5s5 1.6 5.2 5',
  /** Triangle: needs somebody. */
  alarm: 'M8 1.8 15 14H1ZM8 6v4m0 1.7v.6',
  /** Ticked circle: settled. */
  done: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM4.9 8.2l2.1 2.2 4.1-4.6',
  /** Barred circle: stopped. */
  stop: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM3.5 3.5l9 9',
  /** Clock: waits. */
  wait: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM8 4.4V8l2.4 1.6',
  /** Empty square: nothing there. */
  none: 'M2.5 2.5h11v11h-11Z',
  /** Shield: what the law says. */
  law: 'M8 1.4 13.5 3v4.6c0 3.3-2.2 5.5-5.5 7-3.3-1.5-5.5-3.7-5.5-7V3Z',
  /** Two arrows in a circle: goes by itself. */
  loop: 'M2.5 7.2A5.6 5.6 0 0 1 13 5.4M13.5 8.8A5.6 5.6 0 0 1 3 10.6M13.2 2.2v3.4H9.8M2.8 13.8v-3.4h3.4',
  cut: 'M2 5.5c4-3.4 8-3.4 12 0M4.2 8.3c2.6-2.1 5-2.1 7.6 0M8 11.9v.2M2.5 1.8l11 12.4',
  forward: 'M6 3l5 5-5 5',
  back: 'M10 3 5 8l5 5',
} as const;

export type IconName = keyof typeof DRAWINGS;

export function icon(name: IconName): TemplateResult {
  const turns = name === 'forward' || name === 'back' ? 'icon turns' : 'icon';
  return html`<svg class=${turns} viewBox="0 0 16 16" aria-hidden="true"><path d=${DRAWINGS[name]} /></svg>`;
}
