import type { JobQueue } from '../../jobs/job-queue.ts';
import type { Resources } from '../../server/resources.ts';
import { smtpSender } from './mail-sender.ts';
import { sendMessage } from './send-message.ts';
import { type TextAccount, twilioSender } from './text-sender.ts';

export interface MailSettings {
  /** `smtp://…`; undefined: nothing leaves the house, mail is kept in the outbox. */
  readonly smtpUrl: string | undefined;
  /** The house's own address. */
  readonly from: string;
  /** Undefined: texts are kept in the outbox. */
  readonly texts?: TextAccount | undefined;
}

/** Sends what the queue holds, in this process, until the queue stops. */
export async function workMail(
  queue: JobQueue,
  resources: Resources,
  { smtpUrl, from, texts }: MailSettings,
): Promise<void> {
  const senders = {
    mail: smtpUrl === undefined ? undefined : smtpSender(smtpUrl),
    mailFrom: from,
    text: texts === undefined ? undefined : twilioSender(texts),
  };
  await queue.workMail((job) => sendMessage(resources, senders, job));
}
