import { decodeBytes } from './decode-bytes.ts';

/** Whether quoted-printable was left in the text: behind `<adf` there is an attribute whose equals sign is still `=3D`. */
export function isQuotedPrintable(text: string): boolean {
  const start = text.search(/<(?:[\w-]{1,40}:)?adf\b/i);
  return start !== -1 && (text.includes('=3D"', start) || text.includes("=3D'", start));
}

/**
 * Undoes the quoted-printable encoding of RFC 2045 section 6.7: `=XX` is a byte, `=` at a line's end joins two lines.
 * Anything else stays, so that text which was decoded half by somebody before suffers least.
 */
export function decodeQuotedPrintable(text: string): string {
  const joined = text.replace(/=[ \t]{0,9}\r?\n/g, '');
  // Runs of escapes are decoded together: one character may take several bytes.
  return joined.replace(/(?:=[0-9A-F]{2})+/gi, (run) => {
    const bytes = new Uint8Array(run.length / 3);
    for (let i = 0; i < bytes.length; i += 1) bytes[i] = Number.parseInt(run.slice(i * 3 + 1, i * 3 + 3), 16);
    return decodeBytes(bytes).text;
  });
}
