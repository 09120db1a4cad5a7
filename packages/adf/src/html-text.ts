import { HTML_ENTITIES } from './html-entities.ts';

/** Elements that end a line. */
const LINE_ELEMENTS = new Set('br p div li tr ul ol h1 h2 h3 h4 h5 h6 table blockquote pre hr'.split(' '));

/** Elements of HTML that carry no text of their own; every other name in angle brackets is the customer's text. */
const HTML_ELEMENTS = new Set([
  ...LINE_ELEMENTS,
  ...(
    'a abbr address article aside b big body button caption center cite code col colgroup dd del dl dt em font ' +
    'footer form head header html i img input ins label link main meta nav option q s samp script section select ' +
    'small span strike strong style sub sup tbody td textarea tfoot th thead title tt u var'
  ).split(' '),
]);

/** HTML elements without an end tag, as far as no ADF extension bears the same name. */
const VOID_ELEMENTS = new Set('br hr img input'.split(' '));

const TAG = /<\/?([a-z][a-z0-9]*)(?=[\s/>])(?:\s[^<>]*|\/)?>([ \t]{0,99}\r?\n)?/gi;
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,30}));/gi;

export function isHtmlElement(name: string): boolean {
  return HTML_ELEMENTS.has(name);
}

export function isVoidElement(name: string): boolean {
  return VOID_ELEMENTS.has(name);
}

/**
 * Turns text that may hold HTML into plain text: line elements become line breaks, other HTML elements vanish, anything
 * else in angle brackets stays as the text it is. Not a sanitiser: the result is text and must be shown as text.
 *
 * @example
 * htmlToText('Wrangler<br/>Type <Sport>'); // 'Wrangler\nType <Sport>'
 */
export function htmlToText(text: string): string {
  let found = false;
  const bare = text.replace(TAG, (tag, name: string, lineEnd: string | undefined) => {
    const lower = name.toLowerCase();
    if (!HTML_ELEMENTS.has(lower)) return tag;
    found = true;
    // "<br/>" at the end of a line is one line break, not two.
    return LINE_ELEMENTS.has(lower) ? '\n' : (lineEnd ?? '');
  });
  // Only who writes tags writes entities; "AT&amp;T" without a tag beside it is what the customer typed.
  return tidyLines(found ? decodeEntities(bare) : bare);
}

/** Resolves numeric and the common named references once; unknown ones stay. */
export function decodeEntities(text: string): string {
  return text.replace(ENTITY, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return HTML_ENTITIES[name] ?? HTML_ENTITIES[name.toLowerCase()] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return isCharacter(code) ? String.fromCodePoint(code) : whole;
  });
}

/** Whether XML 1.0 allows the code point. */
export function isCharacter(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

/** One kind of line end, no spaces at the ends of lines, at most one empty line in a row, none at either end. */
export function tidyLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** All white space to single spaces. */
export function tidyLine(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}
