/**
 * Bounds on what is read of one document. Real leads stay far below, and documents of some hundred leads within;
 * hostile ones cost less than a second.
 */
export const ADF_LIMITS = {
  /** Bytes, or characters of a string. An intake takes no larger document: what it takes is read. */
  documentSize: 1024 * 1024,
  /** ADF 1.0 nests seven deep; partners add a few. */
  depth: 32,
  /** A lead has twenty to sixty elements. */
  elements: 30_000,
  /** Angle brackets and ampersands that are text: a document with more of them is no broken lead. */
  repairs: 2000,
  /** Characters of a comment that are searched for facts. */
  factText: 20_000,
  /** Characters of a name that is split into parts. */
  name: 200,
  prospects: 500,
  vehicles: 20,
  phones: 10,
  emails: 10,
  ids: 20,
  extensions: 500,
  /** Bytes of a whole e-mail message with its attachments. */
  mailSize: 10 * 1024 * 1024,
  /** Mails forwarded inside mails. */
  mailDepth: 3,
} as const;
