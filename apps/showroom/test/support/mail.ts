import type { ReceivedMail } from '@beback/testing/mail-server';

/** The first link in a mail to one of the server's pages. */
export function linkIn({ raw }: ReceivedMail, page: string): string {
  // Quoted-printable: a soft line break may stand anywhere, `=` is written `=3D`.
  const text = raw.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');
  const start = text.indexOf(page);
  const [link] = /^[^\s"<>]+/.exec(text.slice(Math.max(start, 0))) ?? [];
  if (start === -1 || link === undefined) throw new Error(`linkIn: the mail holds no link to ${page}`);
  return link;
}
