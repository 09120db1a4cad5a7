import { SaxesParser } from 'saxes';
import { ADF_LIMITS } from './limits.ts';
import { localName, type XmlAttribute, type XmlNode } from './xml-node.ts';

export type ParsedXml =
  | { readonly kind: 'tree'; readonly roots: readonly XmlNode[] }
  | { readonly kind: 'tooComplex' | 'malformed' };

interface OpenNode {
  readonly name: string;
  readonly tag: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: (OpenNode | string)[];
}

class TooComplex extends Error {}

/**
 * Reads well-formed XML, strictly, keeping mixed content in order. Several roots are allowed: one mail may hold two
 * documents. No entity but the five of XML and numeric ones is resolved, and no document type is read.
 */
export function parseXml(xml: string): ParsedXml {
  const top: OpenNode = { name: '', tag: '', attributes: [], children: [] };
  const stack: OpenNode[] = [top];
  let count = 0;
  const addText = (text: string): void => {
    const into = stack.at(-1)?.children;
    const last = into?.at(-1);
    if (into === undefined || text === '') return;
    // Text and CDATA sections that touch are one text.
    if (typeof last === 'string') into[into.length - 1] = last + text;
    else into.push(text);
  };
  const parser = new SaxesParser({ xmlns: false, fragment: true, position: false });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ name: tag, attributes }) => {
    count += 1;
    if (stack.length > ADF_LIMITS.depth || count > ADF_LIMITS.elements) throw new TooComplex();
    const node: OpenNode = {
      name: localName(tag),
      tag,
      attributes: Object.entries(attributes).map(([key, value]) => ({ name: localName(key), tag: key, value })),
      children: [],
    };
    stack.at(-1)?.children.push(node);
    stack.push(node);
  });
  parser.on('closetag', () => {
    stack.pop();
  });
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    return { kind: error instanceof TooComplex ? 'tooComplex' : 'malformed' };
  }
  return { kind: 'tree', roots: top.children.filter((child) => typeof child !== 'string') };
}
