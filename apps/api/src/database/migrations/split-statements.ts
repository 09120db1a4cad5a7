/** What can hide a semicolon: how it begins, and where it ends. */
const QUOTED: readonly { readonly starts: RegExp; readonly ends: (opening: string) => string }[] = [
  { starts: /--/y, ends: () => '\n' },
  { starts: /\/\*/y, ends: () => '*/' },
  { starts: /'/y, ends: () => "'" },
  { starts: /"/y, ends: () => '"' },
  { starts: /\$(?:[a-z_][a-z0-9_]*)?\$/iy, ends: (opening) => opening },
];

/**
 * Cuts a script into its statements, for databases that take one at a time, and so that an error names its statement.
 * Knows comments, quotes (a doubled quote is two quotes beside each other) and dollar quotes; not nested comments, nor
 * E'' strings with an escaped quote.
 *
 * @example
 * splitStatements("select ';'; select 2"); // ["select ';'", 'select 2']
 */
export function splitStatements(script: string): readonly string[] {
  const statements: string[] = [];
  let start = 0;
  let at = 0;
  const cut = (): void => {
    const statement = script.slice(start, at).trim();
    if (withoutComments(statement) !== '') statements.push(statement);
  };
  while (at < script.length) {
    const hidden = QUOTED.map(({ starts, ends }) => {
      starts.lastIndex = at;
      const opening = starts.exec(script)?.[0];
      return opening === undefined ? undefined : { opening, closing: ends(opening) };
    }).find((found) => found !== undefined);
    if (hidden !== undefined) {
      const end = script.indexOf(hidden.closing, at + hidden.opening.length);
      at = end < 0 ? script.length : end + hidden.closing.length;
    } else if (script[at] === ';') {
      cut();
      at += 1;
      start = at;
    } else {
      at += 1;
    }
  }
  cut();
  return statements;
}

// Helpers

function withoutComments(statement: string): string {
  return statement.replaceAll(/--.*$|\/\*[\s\S]*?\*\//gm, '').trim();
}
