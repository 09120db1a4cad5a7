import { render, type TemplateResult } from 'lit';

/** Puts a page's content in its place. */
export function show(content: TemplateResult): void {
  const main = document.getElementById('main');
  if (main === null) throw new Error('show: the page has no element #main');
  render(content, main);
}
