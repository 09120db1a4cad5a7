import { createHash } from 'node:crypto';

/** Which texts are prepared, and as what. `pg` never forgets a prepared statement, so there is an end to them. */
export interface StatementNames {
  /**
   * The name to prepare `text` under: the given one (what the reader calls it, and a hash of the text behind a space), or
   * one made of the text; undefined: do not prepare it.
   */
  nameOf(text: string, given: string | undefined): string | undefined;
}

/** Texts that are named by themselves; a list of any length in a statement makes ever new texts. */
const MOST = 500;
/** Longer ones are mostly inserts of many rows, each with another number of placeholders. */
const LONGEST = 4_000;
/** Texts under one given name: a statement with more of them is written for a number of rows, and has no end of them. */
const MOST_OF_NAME = 8;
/** No statement that stands in the code is longer. */
const LONGEST_GIVEN = 16_000;

export function statementNames(): StatementNames {
  const made = new Map<string, string>();
  /** What the reader calls a statement → the names of its texts. */
  const given = new Map<string, Set<string>>();

  const ofGiven = (text: string, name: string): string | undefined => {
    const stem = name.slice(0, Math.max(name.lastIndexOf(' '), 0)) || name;
    const names = given.get(stem) ?? new Set();
    if (names.has(name)) return name;
    if (text.length > LONGEST_GIVEN || names.size >= MOST_OF_NAME) return undefined;
    given.set(stem, names.add(name));
    return name;
  };
  return {
    nameOf: (text, name) => {
      if (name !== undefined) return ofGiven(text, name);
      const known = made.get(text);
      if (known !== undefined || text.length > LONGEST || made.size >= MOST) return known;
      const fresh = `s_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`;
      made.set(text, fresh);
      return fresh;
    },
  };
}
