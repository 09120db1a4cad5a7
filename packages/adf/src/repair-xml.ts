import { decodeEntities, isCharacter, isHtmlElement, isVoidElement } from './html-text.ts';
import { ADF_LIMITS } from './limits.ts';
import { type ScannedTag, scanTag } from './scan-tag.ts';
import { COMMENT_ELEMENTS, isAdfElement, isLeaf, isSection } from './vocabulary.ts';
import { localName } from './xml-node.ts';

/**
 * Rewrites a broken document as well-formed XML that says what its sender meant: bare ampersands and angle brackets
 * become text, attributes get their quotes, processing instructions, declarations and XML comments go, open elements
 * are closed where their container ends or where the next element of ADF begins.
 *
 * One pass, linear in the length; undefined when there is more to repair, or deeper nesting, than any lead has. The result still has to pass the strict parser: repair is a guess, not a proof.
 */
export function repairXml(xml: string): string | undefined {
  if ((xml.match(AMPERSAND)?.length ?? 0) > ADF_LIMITS.repairs) return undefined;
  const out: string[] = [];
  const open: { readonly name: string; readonly tag: string }[] = [];
  const seek = seeker(xml);

  const commentsEnd = Math.max(xml.lastIndexOf('</comment'), xml.lastIndexOf('</COMMENT'));
  const inComments = (): boolean => open.some(({ name }) => COMMENT_ELEMENTS.has(name));
  /** In a comment `<model>` is what somebody typed, unless nothing ends the comment before the next part begins. */
  const isCommentMarkup = (name: string, kind: ScannedTag['kind'], at: number): boolean => {
    if (isHtmlElement(name)) return true;
    if (kind === 'close') return isAdfElement(name) && open.some((one) => one.name === name);
    return at > commentsEnd && (isSection(name) || name === 'prospect');
  };
  const closeTo = (depth: number): void => {
    while (open.length > depth) out.push(`</${open.pop()?.tag ?? ''}>`);
  };
  /** What the sender forgot to close before this element begins. */
  const makeRoomFor = (name: string): void => {
    if (!isAdfElement(name)) return;
    if (name === 'adf') {
      closeTo(0);
      return;
    }
    if (isSection(name) || name === 'prospect') {
      const outer = open.findIndex(
        (one) => isSection(one.name) || isLeaf(one.name) || (name === 'prospect' && one.name === name),
      );
      if (outer !== -1) closeTo(outer);
      return;
    }
    const last = open.at(-1)?.name;
    if (last !== undefined && isLeaf(last) && !(last === 'name' && name === 'name')) closeTo(open.length - 1);
  };

  let at = 0;
  let repairs = 0;
  while (at < xml.length && repairs <= ADF_LIMITS.repairs) {
    const next = xml.indexOf('<', at);
    out.push(escapeText(xml.slice(at, next === -1 ? xml.length : next)));
    if (next === -1) break;
    const special = readSpecial(xml, next, seek);
    if (special !== undefined) {
      out.push(escapeText(special.text, special.literal));
      at = special.end;
      continue;
    }
    const tag = scanTag(xml, next);
    const name = tag === undefined ? '' : localName(tag.tag);
    if (tag === undefined || !(inComments() ? isCommentMarkup(name, tag.kind, next) : isMarkup(name, tag.doubtful))) {
      out.push('&lt;');
      repairs += 1;
      at = next + 1;
      continue;
    }
    at = tag.end;
    if (tag.kind === 'close') {
      const depth = open.findLastIndex((one) => one.name === name);
      if (depth !== -1) closeTo(depth);
      continue;
    }
    makeRoomFor(name);
    const attributes = tag.attributes.map(([key, value]) => ` ${key}="${escapeText(value).replaceAll('"', '&quot;')}"`);
    if (tag.kind === 'empty' || isVoidElement(name)) {
      out.push(`<${tag.tag}${attributes.join('')}/>`);
      continue;
    }
    if (open.length > ADF_LIMITS.depth) return undefined;
    out.push(`<${tag.tag}${attributes.join('')}>`);
    open.push({ name, tag: tag.tag });
  }
  if (repairs > ADF_LIMITS.repairs) return undefined;
  closeTo(0);
  return out.join('');
}

/** Whether an angle bracket opens a tag or is text that the sender forgot to escape. */
function isMarkup(name: string, doubtful: boolean): boolean {
  return isAdfElement(name) || isHtmlElement(name) || !doubtful;
}

interface Special {
  readonly end: number;
  readonly text: string;
  readonly literal: boolean;
}

/** CDATA sections become text; comments, processing instructions and declarations go. */
function readSpecial(xml: string, at: number, seek: (needle: string, from: number) => number): Special | undefined {
  const second = xml[at + 1];
  if (second === '?') {
    // Some never close theirs with a question mark: the next angle bracket ends it.
    const end = seek('>', at);
    return end === -1 ? undefined : { end: end + 1, text: '', literal: false };
  }
  if (second !== '!') return undefined;
  if (xml.startsWith('<![CDATA[', at)) {
    const end = seek(']]>', at);
    return end === -1
      ? { end: at + 9, text: '', literal: true }
      : { end: end + 3, text: xml.slice(at + 9, end), literal: true };
  }
  const close = xml.startsWith('<!--', at) ? '-->' : '>';
  const end = seek(close, at);
  return end === -1 ? undefined : { end: end + close.length, text: '', literal: false };
}

/** `indexOf` that remembers what is not to be found any more: hostile input must not make it search again and again. */
function seeker(text: string): (needle: string, from: number) => number {
  const gone = new Set<string>();
  return (needle, from) => {
    if (gone.has(needle)) return -1;
    const found = text.indexOf(needle, from);
    if (found === -1) gone.add(needle);
    return found;
  };
}

const AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)/g;
const NAMED = /&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]{1,30};/g;
const NUMERIC = /&#(\d{1,7}|x[0-9a-fA-F]{1,6});/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are to be removed
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu;

/** Escapes what XML would take for markup. `literal`: the text is no markup at all, as in CDATA. */
function escapeText(text: string, literal = false): string {
  const known = literal ? text.replaceAll('&', '&amp;') : resolveNames(text).replace(AMPERSAND, '&amp;');
  return known.replace(ILLEGAL, '').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Named references of HTML become characters, those of XML stay, references to what XML forbids go. */
function resolveNames(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(NAMED, decodeEntities).replace(NUMERIC, (reference, digits: string) => {
    const code = digits.startsWith('x') ? Number.parseInt(digits.slice(1), 16) : Number(digits);
    return isCharacter(code) ? reference : '';
  });
}
