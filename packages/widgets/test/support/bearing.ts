import { expect, it, vi } from 'vitest';
import type { BebackElement } from '../../src/base/beback-element.ts';
import { expectAccessible, expectNoOverflow, hostileStyles, mount } from './page.ts';

export interface Bearing<E extends BebackElement> {
  readonly make: () => E;
  /** Resolves once the element shows what it is for. */
  readonly ready: (element: E) => Promise<unknown>;
  /** A word of its first screen in each language. */
  readonly words: Readonly<Record<'en' | 'es' | 'fr', string>>;
}

/** What every widget bears on whatever page it is put: one suite for all of them. */
export function itBearsAnyPage<E extends BebackElement>({ make, ready, words }: Bearing<E>): void {
  it.each(['light', 'dark'] as const)('is accessible in %s colours', async (theme) => {
    const page = mount(document.createElement('div'));
    page.style.background = theme === 'dark' ? '#101315' : '#ffffff';
    const element = make();
    element.theme = theme;
    page.append(element);
    await ready(element);
    await expectAccessible(page);
  });

  it.each(Object.entries(words))('speaks %s, by attribute and by the language of the page', async (locale, word) => {
    const element = make();
    element.locale = locale;
    mount(element);
    await ready(element);
    expect(element.shadowRoot?.textContent).toContain(word);
    const page = mount(document.createElement('div'));
    page.lang = locale;
    const other = make();
    other.locale = undefined;
    page.append(other);
    await ready(other);
    expect(other.shadowRoot?.textContent).toContain(word);
  });

  it.each(['ltr', 'rtl'] as const)('fits 320 px, written %s', async (direction) => {
    const page = mount(document.createElement('div'));
    page.style.inlineSize = '320px';
    page.dir = direction;
    const element = make();
    element.locale = 'fr';
    page.append(element);
    await ready(element);
    expectNoOverflow(element);
    expect(getComputedStyle(element).direction).toBe(direction);
  });

  it('keeps its looks on a page that unsets everything and shrinks its root font', async () => {
    const element = mount(make());
    await ready(element);
    const root = element.shadowRoot?.querySelector('.root');
    const before = root?.getBoundingClientRect();
    hostileStyles('* { all: unset } html { font-size: 10px } form, section { display: inline-flex } p { color: red }');
    const after = root?.getBoundingClientRect();
    expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);
  });

  it('leaves the page as it is: no style, no script, no attribute of its own outside', async () => {
    const before = document.head.innerHTML;
    const element = mount(make());
    await ready(element);
    expect(document.head.innerHTML).toBe(before);
    expect(document.adoptedStyleSheets).toHaveLength(0);
    expect(element.shadowRoot?.querySelectorAll('[style], style, link, script')).toHaveLength(0);
  });

  it('may be there twice, be taken away and be put back', async () => {
    const first = mount(make());
    const second = mount(make());
    await ready(first);
    await ready(second);
    first.remove();
    mount(first);
    await ready(first);
    // What is asked for beside the first thing shown may still be on its way to either.
    await vi.waitFor(() => expect(first.shadowRoot?.textContent).toBe(second.shadowRoot?.textContent));
  });
}
