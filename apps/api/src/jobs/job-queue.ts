import type { JobResult } from 'pg-boss';
import type { Gateway, GroupTransaction } from '../database/gateway.ts';
import { type BossDatabase, MAIL_QUEUE, startBoss } from './boss.ts';

/** A mail to send: ids only, for the queue's tables know no groups. */
export interface MailJob {
  readonly groupId: string;
  /** OutgoingMessage.id */
  readonly messageId: string;
}

/** What leaves the house, after COMMIT and at least once. */
export interface JobQueue {
  /**
   * Enqueues with the transaction: a rollback leaves no job.
   *
   * @param afterSeconds - real time before it is handled; at once unless given.
   */
  sendMailJob(tx: GroupTransaction, messageId: string, afterSeconds?: number): Promise<void>;
  /**
   * Handles mail jobs in this process. A throw puts the job back for a later try; a job can come twice, so the handler
   * looks at the message's state first.
   */
  workMail(handler: (job: MailJob) => Promise<void>): Promise<void>;
  /** Finishes the jobs at hand and stops. */
  stop(): Promise<void>;
}

export interface JobQueueSettings {
  /** True in a process that handles jobs. */
  readonly worker: boolean;
  /** Told of failures: of a job (it is tried again) or of the queue itself. Never called with personal data. */
  readonly failed: (error: unknown, job?: MailJob) => void;
}

const BATCH = 10;
const STOP_WITHIN_MS = 20_000;

/**
 * @example
 * const queue = await startJobQueue(gateway, { worker: environment.role !== 'api', failed: log });
 */
export async function startJobQueue(gateway: Gateway, { worker, failed }: JobQueueSettings): Promise<JobQueue> {
  const boss = await startBoss(gateway, worker, failed);

  const tried = async (id: string, job: MailJob, handler: (job: MailJob) => Promise<void>): Promise<JobResult> => {
    try {
      await handler(job);
      return { id, status: 'completed' };
    } catch (error) {
      failed(error, job);
      // The queue keeps the name alone: a mail server's answer may quote an address.
      return { id, status: 'failed', output: { error: error instanceof Error ? error.name : 'unknown' } };
    }
  };
  return {
    sendMailJob: async (tx, messageId, afterSeconds = 0) => {
      const db: BossDatabase = { executeSql: (text, values) => tx.executeJobSql(text, values) };
      await boss.send(MAIL_QUEUE, { groupId: tx.groupId, messageId } satisfies MailJob, {
        db,
        startAfter: afterSeconds,
      });
    },
    workMail: async (handler) => {
      await boss.work<MailJob>(
        MAIL_QUEUE,
        {
          batchSize: BATCH,
          burstWhenBatchFull: true,
          perJobResults: true,
          pollingIntervalSeconds: 1,
          notifyPollingIntervalSeconds: 1,
        },
        (jobs) => Promise.all(jobs.map(({ id, data }) => tried(id, data, handler))),
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: STOP_WITHIN_MS }),
  };
}
