/** A tag as it stands in the text, well-formed or not. */
export interface ScannedTag {
  readonly kind: 'open' | 'close' | 'empty';
  /** The name as sent. */
  readonly tag: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  /** Index behind the closing angle bracket. */
  readonly end: number;
  /** Something in it is no attribute: perhaps it is no tag but text. */
  readonly doubtful: boolean;
}

const NAME = /<(\/?)([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)(?=[\s/>])/y;
const ATTRIBUTE =
  /\s+([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)\s*=\s*(?:"([^"<]*)"|'([^'<]*)'|([^\s"'<>]+?)(?=\s|\/?>))/y;
const JUNK = /\s*(?:"[^"<]*"|[^\s<>/"]+|"|\/(?!>))/y;
const END = /\s*(\/?)>/y;

/**
 * Reads the tag that begins at `at`.
 *
 * @returns undefined when the angle bracket begins no tag. Never looks beyond the next angle bracket, so that a text
 * full of them costs linear time.
 */
export function scanTag(text: string, at: number): ScannedTag | undefined {
  const name = match(NAME, text, at);
  if (name === undefined) return undefined;
  const attributes = new Map<string, string>();
  let place = at + name[0].length;
  let doubtful = false;
  for (;;) {
    const end = match(END, text, place);
    if (end !== undefined) {
      const kind = name[1] === '/' ? 'close' : end[1] === '/' ? 'empty' : 'open';
      return { kind, tag: name[2] ?? '', attributes: [...attributes], end: place + end[0].length, doubtful };
    }
    const attribute = match(ATTRIBUTE, text, place);
    if (attribute !== undefined) {
      const key = attribute[1] ?? '';
      if (!attributes.has(key)) attributes.set(key, attribute[2] ?? attribute[3] ?? attribute[4] ?? '');
      place += attribute[0].length;
      continue;
    }
    const junk = match(JUNK, text, place);
    if (junk === undefined) return undefined;
    doubtful = true;
    place += junk[0].length;
  }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}
