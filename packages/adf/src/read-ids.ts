import type { AdfId } from './adf-document.ts';
import { ADF_LIMITS } from './limits.ts';
import { meaningful } from './placeholders.ts';
import { type Reader, takeAttribute, use } from './reader.ts';
import { deepText, elements, type XmlNode } from './xml-node.ts';

/** The ids of an element: text always, leading zeros kept; the value may stand in the wrong place, `sequence`. */
export function readIds(reader: Reader, node: XmlNode | undefined): readonly AdfId[] {
  if (node === undefined) return [];
  return elements(node, 'id')
    .slice(0, ADF_LIMITS.ids)
    .flatMap((id): AdfId[] => {
      use(reader, id);
      const text = meaningful(deepText(id));
      const source = takeAttribute(reader, id, 'source');
      const sequence = takeAttribute(reader, id, 'sequence');
      if (text === null) return sequence === null ? [] : [{ value: sequence, source, sequence: null, from: 'element' }];
      const place = sequence !== null && /^\d{1,6}$/.test(sequence) ? Number(sequence) : null;
      return [{ value: text, source, sequence: place, from: 'element' }];
    });
}
