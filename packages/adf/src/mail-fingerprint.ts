import { readTree } from './read-tree.ts';
import { deepText, elements, type XmlNode } from './xml-node.ts';

/**
 * A text that two copies of one lead share although they came by different parts of a mail: the ASCII letters and
 * digits of all texts. Markup, white space, line breaks and letters that an encoding spoiled make no difference.
 */
export function mailFingerprint(xml: string): string {
  const tree = readTree(xml);
  const text = tree.kind === 'tree' ? tree.roots.map(leafTexts).join(' ') : xml;
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function leafTexts(node: XmlNode): string {
  const inner = elements(node);
  return inner.length === 0 ? deepText(node) : inner.map(leafTexts).join(' ');
}
