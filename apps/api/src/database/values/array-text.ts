/** An element of an SQL array in its text form; null is SQL's NULL. Arrays of arrays nest. */
export type ArrayText = readonly (string | null | ArrayText)[];

/**
 * Writes an SQL array literal: every element quoted, so that no content is mistaken for syntax.
 *
 * @example
 * writeArray(['a', 'b"c', null]); // {"a","b\"c",NULL}
 */
export function writeArray(elements: ArrayText): string {
  const written = elements.map((element) => {
    if (element === null) return 'NULL';
    if (typeof element !== 'string') return writeArray(element);
    return `"${element.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
  });
  return `{${written.join(',')}}`;
}

/**
 * Reads PostgreSQL's array output (delimiter `,`, any depth, without explicit bounds).
 *
 * @throws RangeError when the text is no array.
 *
 * @example
 * readArray('{a,"b\\"c",NULL}'); // ['a', 'b"c', null]
 */
export function readArray(text: string): ArrayText {
  const { value, end } = arrayAt(text, 0);
  if (end !== text.length) throw new RangeError(`readArray: expected the end at character ${end}`);
  return value;
}

// Helpers

interface Read<T> {
  readonly value: T;
  /** Where the next character stands. */
  readonly end: number;
}

function arrayAt(text: string, start: number): Read<ArrayText> {
  if (text[start] !== '{') throw new RangeError(`readArray: expected { at character ${start}`);
  const elements: (string | null | ArrayText)[] = [];
  let at = start + 1;
  if (text[at] === '}') return { value: elements, end: at + 1 };
  for (;;) {
    const { value, end } = elementAt(text, at);
    elements.push(value);
    if (text[end] === '}') return { value: elements, end: end + 1 };
    if (text[end] !== ',') throw new RangeError(`readArray: expected , or } at character ${end}`);
    at = end + 1;
  }
}

function elementAt(text: string, start: number): Read<string | null | ArrayText> {
  if (text[start] === '{') return arrayAt(text, start);
  if (text[start] === '"') return quotedAt(text, start + 1);
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '}') end += 1;
  const word = text.slice(start, end);
  return { value: word === 'NULL' ? null : word, end };
}

function quotedAt(text: string, start: number): Read<string> {
  let value = '';
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '"') return { value, end: at + 1 };
    if (text[at] === '\\') at += 1;
    value += text[at] ?? '';
  }
  throw new RangeError('readArray: a quoted element has no end');
}
