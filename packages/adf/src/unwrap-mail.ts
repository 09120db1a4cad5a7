import PostalMime, { type Attachment, type Email } from 'postal-mime';
import { decodeBytes } from './decode-bytes.ts';
import { findAdf } from './find-adf.ts';
import { ADF_LIMITS } from './limits.ts';
import { mailFingerprint } from './mail-fingerprint.ts';

/** What a mail says that bears on its leads. Header values are as sent, decoded; `null` where a header is missing. */
export interface UnwrappedMail {
  /** One text for {@link parseAdf} per lead document, in the order found; a document sent twice in one mail is one. */
  readonly documents: readonly string[];
  readonly messageId: string | null;
  /** Address of the sender. */
  readonly from: string | null;
  /** Addresses of the recipients: when a lead names no vendor, the address it was sent to tells the store. */
  readonly to: readonly string[];
  readonly subject: string | null;
  /** ISO 8601. */
  readonly date: string | null;
  /** The mail's text, to show to a person when no lead can be read. Hostile input. */
  readonly text: string;
  readonly problem: 'tooLarge' | 'unreadable' | null;
}

/**
 * Takes the ADF documents out of an e-mail message (RFC 5322 with MIME): from its text, its attachments, its HTML and
 * mails forwarded inside. Many senders put the same lead in two or three of them.
 *
 * No content makes it reject. A mail beyond {@link ADF_LIMITS.mailSize} or without structure gives no document and
 * says so in `problem`.
 *
 * @example
 * const mail = await unwrapMail(bytes);
 * const leads = mail.documents.map((text) => parseAdf(text, options));
 */
export async function unwrapMail(eml: Uint8Array): Promise<UnwrappedMail> {
  const empty = { documents: [], messageId: null, from: null, to: [], subject: null, date: null, text: '' };
  if (eml.length > ADF_LIMITS.mailSize) return { ...empty, problem: 'tooLarge' };
  const email = await parseMail(eml);
  const relabelled = email !== undefined && isSpoiled(email) ? await parseMail(relabel(eml)) : undefined;
  if (email === undefined) {
    const text = decodeBytes(eml).text;
    return { ...empty, documents: distinct([text]), text, problem: 'unreadable' };
  }
  return {
    documents: distinct(await textsOf(relabelled ?? email, ADF_LIMITS.mailDepth)),
    messageId: email.messageId ?? null,
    from: email.from?.address ?? null,
    to: (email.to ?? []).flatMap((one) =>
      one.address === undefined ? (one.group ?? []).map(({ address }) => address) : [one.address],
    ),
    subject: email.subject ?? null,
    date: isoDate(email.date),
    text: (relabelled ?? email).text ?? email.html ?? '',
    problem: null,
  };
}

async function parseMail(eml: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(eml, { forceRfc822Attachments: true, maxNestingDepth: 20 });
  } catch {
    return undefined;
  }
}

/** Bytes that are no UTF-8 although their label says so: each became U+FFFD. */
function isSpoiled(email: Email): boolean {
  return `${email.text ?? ''}${email.html ?? ''}`.includes('\ufffd');
}

/** The mail with `charset=utf-8` read as windows-1252, which gives every byte a character. */
function relabel(eml: Uint8Array): Uint8Array {
  const text = Array.from(eml, (byte) => String.fromCharCode(byte)).join('');
  const changed = text.replace(/(charset\s{0,9}=\s{0,9}"?)(?:utf-?8|us-ascii)/gi, '$1windows-1252');
  return Uint8Array.from(changed, (letter) => letter.charCodeAt(0));
}

/** Every text of the mail that may hold a lead, the plainest first. */
async function textsOf(email: Email, depth: number): Promise<readonly string[]> {
  const attached = await Promise.all((email.attachments ?? []).map((attachment) => attachmentTexts(attachment, depth)));
  return [email.text ?? '', ...attached.flat(), email.html ?? ''];
}

async function attachmentTexts(attachment: Attachment, depth: number): Promise<readonly string[]> {
  const content =
    typeof attachment.content === 'string'
      ? new TextEncoder().encode(attachment.content)
      : new Uint8Array(attachment.content);
  if (attachment.mimeType === 'message/rfc822') {
    const inner = depth > 0 ? await parseMail(content) : undefined;
    return inner === undefined ? [] : textsOf(inner, depth - 1);
  }
  if (/^(?:image|audio|video|font)\//.test(attachment.mimeType)) return [];
  return [decodeBytes(content).text];
}

/** The texts that hold a lead, each lead once. */
function distinct(texts: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return texts.filter((text) => {
    const found = findAdf(text);
    if (found === undefined) return false;
    const print = found.xml.length > ADF_LIMITS.documentSize ? found.xml : mailFingerprint(found.xml);
    return !seen.has(print) && seen.add(print);
  });
}

function isoDate(date: string | undefined): string | null {
  const value = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(value) ? null : new Date(value).toISOString();
}
