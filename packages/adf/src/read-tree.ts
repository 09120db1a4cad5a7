import { type ParsedXml, parseXml } from './parse-xml.ts';
import { repairXml } from './repair-xml.ts';
import { COMMENT_ELEMENTS, isLeaf, isSection } from './vocabulary.ts';
import { elements, type XmlNode } from './xml-node.ts';

export type ReadTree =
  | { readonly kind: 'tree'; readonly roots: readonly XmlNode[]; readonly repaired: boolean }
  | { readonly kind: 'tooComplex' | 'malformed' };

/**
 * Strictly first, then with repair. A parser's success is no proof: a tag that was never closed can swallow the
 * customer. Hence the structure is checked, too.
 */
export function readTree(xml: string): ReadTree {
  const strict = parseXml(xml);
  if (strict.kind === 'tooComplex') return strict;
  if (strict.kind === 'tree' && !strict.roots.some((root) => isMisplaced(root))) return { ...strict, repaired: false };
  const rewritten = repairXml(xml);
  const repaired: ParsedXml = rewritten === undefined ? { kind: 'malformed' } : parseXml(rewritten);
  const best: ParsedXml = repaired.kind === 'tree' ? repaired : strict;
  return best.kind === 'tree' ? { ...best, repaired: best === repaired } : best;
}

/** Whether a part of the prospect lies inside another part, or inside an element that holds text only. */
function isMisplaced(node: XmlNode, inside = false): boolean {
  if (COMMENT_ELEMENTS.has(node.name)) return false;
  if (inside && (isSection(node.name) || node.name === 'prospect')) return true;
  const closed = inside || isSection(node.name) || isLeaf(node.name);
  return elements(node).some((child) => isMisplaced(child, closed));
}
