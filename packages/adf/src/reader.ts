import type { AdfWarning, AdfWarningCode } from './adf-warning.ts';
import { meaningful } from './placeholders.ts';
import { deepText, elements, isNode, type XmlAttribute, type XmlNode } from './xml-node.ts';

/** What the store says of itself; all of it is needed to read numbers and times. */
export interface ParseOptions {
  /** The store's country, ISO 3166-1 alpha-2: national phone numbers are read as of there. */
  readonly country: string;
  /** The store's IANA time zone. */
  readonly zone: string;
  /** When the message arrived: ISO 8601 with offset. */
  readonly receivedAt: string;
}

/** Reads one prospect, remembers what it has used, and collects warnings. What it leaves becomes an extension. */
export interface Reader {
  readonly country: string;
  readonly zone: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly prospect: number;
  readonly warnings: AdfWarning[];
  readonly used: Set<XmlNode | XmlAttribute>;
}

export function warn(
  reader: Reader,
  code: AdfWarningCode,
  path: string | null = null,
  detail: string | null = null,
): void {
  reader.warnings.push({ code, prospect: reader.prospect, path, detail });
}

/** Marks the element's own text as read; attributes and child elements are read one by one. */
export function use(reader: Reader, node: XmlNode | undefined): void {
  if (node !== undefined) reader.used.add(node);
}

/** Marks the element with everything in it. */
export function useAll(reader: Reader, node: XmlNode): void {
  reader.used.add(node);
  for (const attribute of node.attributes) reader.used.add(attribute);
  for (const child of node.children) if (isNode(child)) useAll(reader, child);
}

/** The attribute's value, trimmed; the first of several names that is there. */
export function takeAttribute(reader: Reader, node: XmlNode, ...names: readonly string[]): string | null {
  const attribute = node.attributes.find(({ name, value }) => names.includes(name) && value.trim() !== '');
  if (attribute === undefined) return null;
  reader.used.add(attribute);
  return attribute.value.trim();
}

/** The text of the first child element of one of the names that says something. */
export function takeText(
  reader: Reader,
  node: XmlNode | undefined,
  names: readonly string[],
  read: (text: string) => string | null = meaningful,
): string | null {
  return takeValue(reader, node, names, read, read);
}

/**
 * The value of the first child element of one of the names that `read` understands. What says something and is not
 * understood stays unread, and so survives as an extension.
 */
export function takeValue<T>(
  reader: Reader,
  node: XmlNode | undefined,
  names: readonly string[],
  read: (text: string) => T | null,
  says: (text: string) => string | null = meaningful,
): T | null {
  if (node === undefined) return null;
  for (const child of elements(node, ...names)) {
    const text = deepText(child);
    if (says(text) === null) {
      use(reader, child);
      continue;
    }
    const value = read(text);
    if (value === null) continue;
    use(reader, child);
    return value;
  }
  return null;
}
