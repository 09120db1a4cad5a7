import { ADF_LIMITS } from './limits.ts';
import { meaningful } from './placeholders.ts';
import { type Reader, warn } from './reader.ts';
import { isAdfElement } from './vocabulary.ts';
import { elements, ownText, type XmlNode } from './xml-node.ts';

/** The elements and attributes to look through, each under the path that it stands at. */
export interface ExtensionRoot {
  readonly path: string;
  readonly node: XmlNode;
  /** Child elements in the order that paths count them. */
  readonly children: readonly XmlNode[];
}

/**
 * Everything that the reader has not used and that says something: path to text. The second and further elements of a
 * name at one place bear a number: `vehicle[2]/finance/term`.
 */
export function collectExtensions(reader: Reader, roots: readonly ExtensionRoot[]): Readonly<Record<string, string>> {
  const found: [path: string, text: string][] = [];
  let dropped = 0;
  const add = (path: string, text: string): void => {
    if (found.length < ADF_LIMITS.extensions) found.push([path, text]);
    else dropped += 1;
  };
  const visit = (path: string, node: XmlNode, children: readonly XmlNode[]): void => {
    for (const attribute of node.attributes) {
      const value = attribute.value.trim();
      if (!reader.used.has(attribute) && value !== '') add(`${path}@${attribute.tag}`, value);
    }
    if (!reader.used.has(node)) {
      const text = ownText(node).trim();
      if (meaningful(text) !== null) add(path, text);
    }
    const counts = new Map<string, number>();
    for (const child of children) {
      const name = isAdfElement(child.name) ? child.name : child.tag;
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      const step = count === 1 ? name : `${name}[${count}]`;
      visit(path === '' ? step : `${path}/${step}`, child, elements(child));
    }
  };
  for (const { path, node, children } of roots) visit(path, node, children);
  if (dropped > 0) warn(reader, 'extensions.tooMany', null, String(dropped));
  return Object.fromEntries(found);
}
