import { orderOf } from './vocabulary.ts';

/** An element under construction. Unlike what is read, it changes while it grows. */
export interface XmlDraft {
  readonly tag: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlDraft[];
  text: string;
}

export function draft(
  tag: string,
  attributes: Readonly<Record<string, string | number | null>> = {},
  text = '',
): XmlDraft {
  const kept = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [[key, String(value)] as const],
  );
  return { tag, attributes: new Map(kept), children: [], text };
}

/** Appends an element, when there is something to say. */
export function append(
  parent: XmlDraft,
  tag: string,
  text: string | number | null,
  attributes: Readonly<Record<string, string | number | null>> = {},
): void {
  if (text !== null && text !== '') parent.children.push(draft(tag, attributes, String(text)));
}

/** Appends a block, when there is anything in it. */
export function appendBlock(parent: XmlDraft, block: XmlDraft): void {
  if (block.children.length > 0 || block.attributes.size > 0 || block.text !== '') parent.children.push(block);
}

const STEP = /^([^[\]@/]+)(?:\[(\d{1,3})\])?$/;
const XML_NAME = /^[\p{L}_][\p{L}\p{N}._-]*(?::[\p{L}_][\p{L}\p{N}._-]*)?$/u;

/**
 * Puts a text at a path such as `vehicle[2]/finance/term` or `provider@campaign`, making the elements on the way.
 * A path that no element can have is passed over.
 */
export function placeAt(root: XmlDraft, path: string, text: string): void {
  const at = path.indexOf('@');
  const attribute = at === -1 ? null : path.slice(at + 1);
  const steps = (at === -1 ? path : path.slice(0, at)).split('/').filter((step) => step !== '');
  if (attribute !== null && !XML_NAME.test(attribute)) return;
  let node = root;
  for (const step of steps) {
    const found = STEP.exec(step);
    if (found === null || !XML_NAME.test(found[1] ?? '')) return;
    node = childAt(node, found[1] ?? '', Number(found[2] ?? 1));
  }
  if (attribute !== null) node.attributes.set(attribute, text);
  else if (steps.length > 0) node.text = text;
}

function childAt(parent: XmlDraft, tag: string, count: number): XmlDraft {
  const same = parent.children.filter((child) => child.tag === tag);
  while (same.length < count) {
    const made = draft(tag);
    parent.children.push(made);
    same.push(made);
  }
  return same[count - 1] as XmlDraft;
}

/** Writes the element with its children in the order of the document type definition, two spaces a level. */
export function writeXml(node: XmlDraft, indent = ''): string {
  const attributes = [...node.attributes].map(
    ([key, value]) => ` ${key}="${escapeXml(value).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`,
  );
  const open = `${indent}<${node.tag}${attributes.join('')}`;
  if (node.children.length === 0)
    return node.text === '' ? `${open}/>` : `${open}>${escapeXml(node.text)}</${node.tag}>`;
  const children = node.children
    .map((child, i) => ({ child, i, order: orderOf(node.tag, child.tag) }))
    .sort((a, b) => a.order - b.order || a.i - b.i)
    .map(({ child }) => writeXml(child, `${indent}  `));
  const text = node.text === '' ? '' : escapeXml(node.text);
  return `${open}>${text}\n${children.join('\n')}\n${indent}</${node.tag}>`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are to be removed
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu;

/** Escapes markup; drops the characters that XML 1.0 cannot hold. */
export function escapeXml(text: string): string {
  return text
    .replace(ILLEGAL, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
