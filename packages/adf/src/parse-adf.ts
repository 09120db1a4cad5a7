import type { AdfDocument, AdfProspect } from './adf-document.ts';
import type { AdfWarning, AdfWarningCode } from './adf-warning.ts';
import { decodeBytes } from './decode-bytes.ts';
import { findAdf } from './find-adf.ts';
import { ADF_LIMITS } from './limits.ts';
import { checkOptions, type ParsedOptions } from './parse-options.ts';
import { readProspect } from './read-prospect.ts';
import { readTree } from './read-tree.ts';
import type { ParseOptions } from './reader.ts';
import { COMMENT_ELEMENTS } from './vocabulary.ts';
import { elements, type XmlNode } from './xml-node.ts';

/**
 * Reads an ADF lead as it comes: bytes of unknown encoding, broken XML, text around it. No content makes it throw;
 * what cannot be read is a warning, and `raw` keeps all of it for a person to look at.
 *
 * Nothing outside the input is ever fetched, no entity resolved, no document type read. Inputs beyond
 * {@link ADF_LIMITS} are not read.
 *
 * @param input the document or a mail's text that holds it. For a whole mail see {@link unwrapMail}.
 * @throws RangeError when an option is none: a country, an IANA zone, an ISO 8601 time with offset.
 *
 * @example
 * const { prospects } = parseAdf('<adf><prospect><customer>…', {
 *   country: 'US',
 *   zone: 'America/Chicago',
 *   receivedAt: '2026-11-21T15:00:00Z',
 * });
 * prospects[0]?.phones[0]?.e164; // '+13125550123'
 */
export function parseAdf(input: string | Uint8Array, options: ParseOptions): AdfDocument {
  const store = checkOptions(options);
  const warnings: AdfWarning[] = [];
  const note = (code: AdfWarningCode, detail: string | null = null): void => {
    warnings.push({ code, prospect: null, path: null, detail });
  };
  const { text, encoding } =
    typeof input === 'string' ? { text: input.replace(/^\ufeff/, ''), encoding: 'utf-8' } : decodeBytes(input);
  if (encoding !== 'utf-8') note('input.decodedAs', encoding);
  const nothing = { prospects: [], warnings, raw: text };

  if (input.length > ADF_LIMITS.documentSize) {
    note('input.tooLarge', String(ADF_LIMITS.documentSize));
    return nothing;
  }
  const found = findAdf(text);
  if (found === undefined) {
    note('adf.notFound');
    return nothing;
  }
  if (found.unwrapped) note('adf.unwrapped');
  if (found.truncated) note('adf.truncated');
  if (found.doctypeDropped) note('xml.doctypeDropped');
  const tree = readTree(found.xml);
  if (tree.kind !== 'tree') {
    note(tree.kind === 'tooComplex' ? 'xml.tooComplex' : 'xml.unreadable');
    return nothing;
  }
  if (tree.repaired) note('xml.repaired');
  const places = tree.roots.flatMap((root) => prospectsIn(root).map((node) => ({ root, node })));
  if (places.length === 0) note('prospect.none');
  if (places.length > ADF_LIMITS.prospects) note('prospect.tooMany', String(places.length));
  const prospects = places.slice(0, ADF_LIMITS.prospects).map((place, index) => readOne(place, index, store, warnings));
  return { prospects, warnings, raw: text };
}

function readOne(
  { root, node }: { readonly root: XmlNode; readonly node: XmlNode },
  index: number,
  store: ParsedOptions,
  warnings: AdfWarning[],
): AdfProspect {
  return readProspect({ ...store, prospect: index, warnings, used: new Set() }, node, root);
}

/** The prospects of a document, at whatever depth; the document itself when it holds a customer but no prospect. */
function prospectsIn(root: XmlNode): readonly XmlNode[] {
  const found = nestedProspects(root);
  return found.length === 0 && elements(root, 'customer').length > 0 ? [root] : found;
}

function nestedProspects(node: XmlNode): readonly XmlNode[] {
  if (node.name === 'prospect') return [node];
  if (COMMENT_ELEMENTS.has(node.name)) return [];
  return elements(node).flatMap((child) => nestedProspects(child));
}
