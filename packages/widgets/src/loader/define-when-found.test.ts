import { expect, it, onTestFinished, vi } from 'vitest';
import { mount } from '../../test/support/page.ts';
import { defineOnce } from '../base/define-once.ts';
import { defineWhenFound } from './define-when-found.ts';

let count = 0;

/** A tag of its own, for a definition stays with the page; and what its file does. */
function someElement() {
  const tag = `test-found-${++count}`;
  const file = vi.fn(async () => defineOnce(tag, class extends HTMLElement {}));
  return { tag, file, files: { [tag]: file } };
}

function look(files: Parameters<typeof defineWhenFound>[1]): void {
  onTestFinished(defineWhenFound(document, files));
}

it('loads nothing for a page without the element', async () => {
  const { file, files } = someElement();
  look(files);
  mount(document.createElement('div'));
  await Promise.resolve();
  expect(file).not.toHaveBeenCalled();
});

it('defines an element that is there already', async () => {
  const { tag, files } = someElement();
  mount(document.createElement(tag));
  look(files);
  await customElements.whenDefined(tag);
});

it('defines an element that comes later, deep in what is added', async () => {
  const { tag, file, files } = someElement();
  look(files);
  const page = document.createElement('main');
  page.innerHTML = `<section><${tag}></${tag}><${tag}></${tag}></section>`;
  mount(page);
  await customElements.whenDefined(tag);
  expect(file).toHaveBeenCalledTimes(1);
});

it('defines it once, however often a page carries the loader', async () => {
  const { tag, file, files } = someElement();
  const define = vi.spyOn(customElements, 'define');
  look(files);
  look(files);
  mount(document.createElement(tag));
  await vi.waitFor(() => expect(file).toHaveBeenCalledTimes(2));
  await Promise.all(file.mock.results.map(({ value }) => value));
  look(files);
  mount(document.createElement(tag));
  await Promise.resolve();
  expect(define).toHaveBeenCalledTimes(1);
  // A script that comes after the definition has nothing to fetch.
  expect(file).toHaveBeenCalledTimes(2);
  define.mockRestore();
});

it('tries again with the next element when a file did not come', async () => {
  const { tag, file, files } = someElement();
  file.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  look(files);
  mount(document.createElement(tag));
  await vi.waitFor(() => expect(file).toHaveBeenCalledTimes(1));
  mount(document.createElement(tag));
  await customElements.whenDefined(tag);
});
