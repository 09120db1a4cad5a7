import { decodeEntities } from './html-text.ts';
import { decodeQuotedPrintable, isQuotedPrintable } from './quoted-printable.ts';

export interface FoundAdf {
  /** From the first `<adf` to the last `</adf>`, with no prolog. */
  readonly xml: string;
  /** The ADF stood quoted, escaped or encoded inside another text. */
  readonly unwrapped: boolean;
  /** There was no end tag: everything up to the end of the text was taken. */
  readonly truncated: boolean;
  readonly doctypeDropped: boolean;
}

const START = /<(?:[\w-]{1,40}:)?adf(?=[\s>])/i;
const END = /<\/(?:[\w-]{1,40}:)?adf\s{0,99}>/gi;
const ESCAPED_START = /&(?:lt|#60|#x3c);(?:[\w-]{1,40}:)?adf(?=\s|&(?:gt|#62|#x3e);)/i;
/** Without a root some senders begin at the prospect. */
const PROSPECT_START = /<prospect(?=[\s>])/i;
const PROSPECT_END = /<\/prospect\s{0,99}>/gi;

/**
 * Cuts the ADF document out of whatever surrounds it: a broken prolog, a mail's text, quoting, a web page.
 *
 * @returns undefined when the text holds no ADF.
 *
 * @example
 * findAdf('Fwd:\n> <adf>\n> <prospect/>\n> </adf>')?.xml; // '<adf>\n<prospect/>\n</adf>'
 */
export function findAdf(text: string): FoundAdf | undefined {
  let source = text;
  let unwrapped = false;
  if (!START.test(source) && ESCAPED_START.test(source)) {
    source = unescapeMarkup(source);
    unwrapped = true;
  }
  const quoted = unquote(source);
  if (quoted !== source) {
    source = quoted;
    unwrapped = true;
  }
  if (isQuotedPrintable(source)) {
    source = decodeQuotedPrintable(source);
    unwrapped = true;
  }
  const found = cut(source, START, END) ?? cut(source, PROSPECT_START, PROSPECT_END);
  if (found === undefined) return undefined;
  const doctypeDropped = /<!DOCTYPE/i.test(source.slice(0, found.start));
  return { xml: found.xml, truncated: found.truncated, unwrapped, doctypeDropped };
}

function cut(text: string, startPattern: RegExp, endPattern: RegExp) {
  const start = startPattern.exec(text)?.index;
  if (start === undefined) return undefined;
  let end = -1;
  for (const match of text.matchAll(endPattern)) end = match.index + match[0].length;
  const truncated = end <= start;
  return { start, truncated, xml: truncated ? text.slice(start) : text.slice(start, end) };
}

/** `&lt;adf&gt;` of a web page or of a mail's HTML part: the page's own tags go, one level of escaping is undone. */
function unescapeMarkup(html: string): string {
  const text = html.replace(/<br\s{0,9}\/?>/gi, '\n').replace(/<[^<>]*>/g, '');
  return decodeEntities(text);
}

const QUOTE = /^(?:[ \t]?>)+ ?/;

/** Takes the `> ` of a forwarded mail off every line, when the line of the root element and most others have it. */
function unquote(text: string): string {
  const start = (START.exec(text) ?? PROSPECT_START.exec(text))?.index;
  if (start === undefined) return text;
  const lineStart = text.lastIndexOf('\n', start) + 1;
  if (!QUOTE.test(text.slice(lineStart, start))) return text;
  const lines = text.split('\n');
  const marked = lines.filter((line) => QUOTE.test(line)).length;
  const filled = lines.filter((line) => line.trim() !== '').length;
  if (marked < 2 || marked * 2 < filled) return text;
  return lines.map((line) => line.replace(QUOTE, '')).join('\n');
}
