/** Loads the file that defines an element. */
export type ElementFile = () => Promise<unknown>;

/**
 * Defines elements when the document has them, now or later: a page pays for what it shows. A tag manager may bring the
 * loader before the element, after it, or twice; an element that somebody has defined already is left alone.
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
      file().catch(() => wanted.set(tag, file));
    }
    if (wanted.size === 0) stop();
  };
  const observer = new MutationObserver(look);
  const stop = (): void => observer.disconnect();
  observer.observe(document, { childList: true, subtree: true });
  look();
  return stop;
}
