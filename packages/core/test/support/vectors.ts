declare global {
  interface ImportMeta {
    /** Vite's: the files of a pattern by their paths. */
    glob(
      pattern: string,
      options: { readonly eager: true; readonly import: 'default' },
    ): Readonly<Record<string, unknown>>;
  }
}

// Imported, not read from the disk: the same tests run in a browser.
const FILES = import.meta.glob('../vectors/*/*.json', { eager: true, import: 'default' });

/**
 * A vector file, `test/vectors/<subject>/<name>.json`: examples in plain JSON, so that an implementation in another
 * language can be held against them.
 */
export function vectorFile<File>(subject: string, name: string): File {
  const file = FILES[`../vectors/${subject}/${name}.json`];
  if (file === undefined) throw new Error(`no vectors ${subject}/${name}`);
  return file as File;
}

/** The rows of a vector file that holds nothing else. */
export function vectors<Row>(subject: string, name: string): readonly Row[] {
  return vectorFile<{ readonly rows: readonly Row[] }>(subject, name).rows;
}
