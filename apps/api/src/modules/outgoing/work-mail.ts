import type { JobQueue } from '../../jobs/job-queue.ts';
import type { Resources } from '../../server/resources.ts';
import { smtpSender } from './mail-sender.ts';
import { sendMessage } from './send-message.ts';

export interface MailSettings {
  /** `smtp://…`; undefined: nothing leaves the house, mail is kept in the outbox. */
  readonly smtpUrl: string | undefined;
  /** The house's own address. */
  readonly from: string;
}

/** Sends what the queue holds, in this process, until the queue stops. */
export async function workMail(queue: JobQueue, resources: Resources, { smtpUrl, from }: MailSettings): Promise<void> {
  const sender = smtpUrl === undefined ? undefined : smtpSender(smtpUrl);
  await queue.workMail((job) => sendMessage(resources, sender, from, job));
}
