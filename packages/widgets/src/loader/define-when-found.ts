/** Loads the file that defines an element. */
export type ElementFile = () => Promise<unknown>;

/**
 * Defines elements when the document has them, now or later: a page pays for what it shows. A tag manager may bring the
 * loader before the element, after it, or twice; an element that somebody has defined already is left alone. A file that
 * does not come is asked for again when the page changes next or is back on the network.
 *
 * @returns a function that stops looking.
 *
 * @example
 * defineWhenFound(document, { 'beback-survey': () => import('./survey.js') });
 */
export function defineWhenFound(document: Document, files: Readonly<Record<string, ElementFile>>): () => void {
  const wanted = new Map(Object.entries(files).filter(([tag]) => customElements.get(tag) === undefined));
  const look = (): void => {
    for (const [tag, file] of wanted) {
      if (document.querySelector(tag) === null) continue;
      wanted.delete(tag);
      file().catch(() => {
        wanted.set(tag, file);
        watch();
      });
    }
    if (wanted.size === 0) stop();
  };
  const observer = new MutationObserver(look);
  const watch = (): void => {
    observer.observe(document, { childList: true, subtree: true });
    addEventListener('online', look);
  };
  const stop = (): void => {
    observer.disconnect();
    removeEventListener('online', look);
  };
  watch();
  look();
  return stop;
}
