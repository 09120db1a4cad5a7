import { createTransport } from 'nodemailer';
import type { MailText } from './outgoing-mail.ts';

/** Hands mail to the house's mail server. */
export interface MailSender {
  /**
   * Resolves when the server has taken the mail for good.
   *
   * @param messageId - ours: the same at each try, so that a mail that comes twice is known as one.
   * @param unsubscribe - where one click ends such mail (RFC 2369, RFC 8058).
   */
  send(to: string, from: string, mail: MailText, messageId: string, unsubscribe?: string): Promise<void>;
}

const TIMEOUT_MS = 20_000;

/**
 * Sends by SMTP.
 *
 * @param url - `smtp://user:password@mail.example:587`
 */
export function smtpSender(url: string): MailSender {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    send: async (to, from, { subject, text, html }, messageId, unsubscribe) => {
      const headers =
        unsubscribe === undefined
          ? {}
          : { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
      await transport.sendMail({ to, from, subject, text, html, messageId: `<${messageId}@beback>`, headers });
    },
  };
}
