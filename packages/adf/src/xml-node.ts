/** An attribute; an object of its own so that a reader can note that it was used. */
export interface XmlAttribute {
  /** Lower case, without prefix. */
  readonly name: string;
  /** As sent. */
  readonly tag: string;
  readonly value: string;
}

/** An element with its content in order. */
export interface XmlNode {
  /** Lower case, without prefix: senders disagree about both. */
  readonly name: string;
  /** As sent. */
  readonly tag: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlNode | string)[];
}

export function isNode(child: XmlNode | string): child is XmlNode {
  return typeof child !== 'string';
}

/** The child elements, those of one of the names when given. */
export function elements(node: XmlNode, ...names: readonly string[]): readonly XmlNode[] {
  return node.children.filter(
    (child) => isNode(child) && (names.length === 0 || names.includes(child.name)),
  ) as XmlNode[];
}

/** The text that stands directly in the element. */
export function ownText(node: XmlNode): string {
  return node.children.filter((child) => typeof child === 'string').join('');
}

/** The text of the element and of everything in it. */
export function deepText(node: XmlNode): string {
  return node.children.map((child) => (isNode(child) ? deepText(child) : child)).join('');
}

/** The first of these descendants by name, in document order, not looking into elements named in `except`. */
export function findDeep(node: XmlNode, name: string, except: ReadonlySet<string>): XmlNode | undefined {
  for (const child of elements(node)) {
    if (child.name === name) return child;
    if (except.has(child.name)) continue;
    const found = findDeep(child, name, except);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The name without its namespace prefix, lower case. */
export function localName(tag: string): string {
  return tag.slice(tag.indexOf(':') + 1).toLowerCase();
}
