/**
 * Registers an element. A page may load a widget twice (two snippets, a tag manager beside a template): the first one
 * stays, the second is no error.
 */
export function defineOnce(tag: string, element: CustomElementConstructor): void {
  if (customElements.get(tag) === undefined) customElements.define(tag, element);
}
