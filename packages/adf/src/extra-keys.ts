import { meaningful } from './placeholders.ts';
import { isAdfElement } from './vocabulary.ts';
import { deepText, elements, type XmlNode } from './xml-node.ts';

/** The text elements of a block that ADF 1.0 does not know, as `x-name`: a view of what `extensions` holds, too. */
export function extraKeys(block: XmlNode): Record<`x-${string}`, string> {
  const extra: Record<`x-${string}`, string> = {};
  for (const child of elements(block)) {
    if (isAdfElement(child.name) || elements(child).length > 0) continue;
    const text = meaningful(deepText(child));
    const key = `x-${child.name}` as const;
    if (text !== null && !Object.hasOwn(extra, key)) extra[key] = text;
  }
  return extra;
}
