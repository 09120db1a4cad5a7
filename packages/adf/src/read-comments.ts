import type { CommentPart, CommentPlace } from './adf-document.ts';
import { htmlToText, isHtmlElement } from './html-text.ts';
import { type Reader, useAll } from './reader.ts';
import { elements, isNode, type XmlNode } from './xml-node.ts';

/** Reads `<comments>` (or `<comment>`) of an element, in order, as text and as it was written. */
export function readComments(reader: Reader, node: XmlNode | undefined, place: CommentPlace): readonly CommentPart[] {
  if (node === undefined) return [];
  return elements(node, 'comments', 'comment').flatMap((comment): CommentPart[] => {
    useAll(reader, comment);
    const raw = contentOf(comment).trim();
    const text = htmlToText(raw);
    return text === '' ? [] : [{ place, text, raw: raw === text ? null : raw }];
  });
}

/** The content as text, elements written out as tags again: what is no HTML is what somebody wrote. */
function contentOf(node: XmlNode): string {
  return node.children
    .map((child) => {
      if (!isNode(child)) return child;
      const attributes = isHtmlElement(child.name)
        ? ''
        : child.attributes.map(({ tag, value }) => ` ${tag}="${value}"`).join('');
      if (child.children.length === 0) return `<${child.tag}${attributes}/>`;
      return `<${child.tag}${attributes}>${contentOf(child)}</${child.tag}>`;
    })
    .join('');
}
