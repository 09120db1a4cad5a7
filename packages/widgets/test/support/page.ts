import axe from 'axe-core';
import { expect, onTestFinished } from 'vitest';

/** Puts an element on the page until the test is over. */
export function mount<E extends HTMLElement>(element: E, into: HTMLElement = document.body): E {
  into.append(element);
  onTestFinished(() => element.remove());
  return element;
}

/** The first element in the shadow tree that a selector finds. */
export function inside<E extends Element = HTMLElement>(host: Element, selector: string): E {
  const found = host.shadowRoot?.querySelector<E>(selector);
  if (!found) throw new Error(`${host.localName}: nothing matches ${selector} in ${host.shadowRoot?.textContent}`);
  return found;
}

/** What a reader sees, in one line. */
export function textOf(host: Element): string {
  const root = host.shadowRoot?.querySelector<HTMLElement>('.root');
  return (root?.innerText ?? '').replaceAll(/\s+/g, ' ').trim();
}

export async function expectAccessible(element: Element): Promise<void> {
  const { violations } = await axe.run(element, { resultTypes: ['violations'] });
  const told = violations.map((one) => `${one.id}: ${one.help}\n  ${one.nodes.map((node) => node.html).join('\n  ')}`);
  expect(told).toEqual([]);
}

/** Styles of a page that is hostile to what is put on it, until the test is over. */
export function hostileStyles(text: string): void {
  const style = document.createElement('style');
  style.textContent = text;
  document.head.append(style);
  onTestFinished(() => style.remove());
}

/** No part of the element sticks out of it: nobody has to scroll sideways, but for tables in a frame of their own. */
export function expectNoOverflow(host: HTMLElement): void {
  const wide = [...(host.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])].filter(
    (part) =>
      part.getClientRects().length > 0 && !part.closest('.said, svg, .scroll') && part.scrollWidth > host.clientWidth,
  );
  expect(wide.map((part) => part.outerHTML.slice(0, 80))).toEqual([]);
}
