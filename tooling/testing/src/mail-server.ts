import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** One mail as the server took it in: the envelope and the bytes, decoded as UTF-8. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

export interface MailServer {
  /** `smtp://127.0.0.1:<port>`: what a mail transport takes. */
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** All mails so far, in order of arrival. */
  readonly mails: readonly ReceivedMail[];
  /** Resolves with the first mail that matches, already there or yet to come. Waits until the test's own time limit. */
  readonly nextMail: (matches?: (mail: ReceivedMail) => boolean) => Promise<ReceivedMail>;
  readonly stop: () => Promise<void>;
}

/** What the server answers instead of taking a mail, and to which command. */
export interface MailRefusal {
  readonly to: 'MAIL FROM' | 'RCPT TO' | 'DATA';
  /** Of RFC 5321: 4xx for now, 5xx for good. */
  readonly code: number;
}

/**
 * Starts a real SMTP server on 127.0.0.1 that keeps what it takes in memory. It takes every mail unless `refusal` says
 * otherwise, at each command anew.
 *
 * @example
 * const mailServer = await startMailServer();
 * const invitation = await mailServer.nextMail((mail) => mail.to.includes('ana@example.com'));
 */
export async function startMailServer(refusal: () => MailRefusal | undefined = () => undefined): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const waiting = new Set<() => void>();
  const refusing = (to: MailRefusal['to']): Error | undefined => {
    const refused = refusal();
    return refused?.to === to ? Object.assign(new Error('refused'), { responseCode: refused.code }) : undefined;
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_address, _session, callback) => callback(refusing('MAIL FROM')),
    onRcptTo: (_address, _session, callback) => callback(refusing('RCPT TO')),
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refused = refusing('DATA');
        if (refused !== undefined) return callback(refused);
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map((recipient) => recipient.address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        callback();
        for (const wake of [...waiting]) wake();
      });
    },
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;

  return {
    url: `smtp://127.0.0.1:${port}`,
    host: '127.0.0.1',
    port,
    mails,
    nextMail: (matches = () => true) =>
      new Promise((resolve) => {
        const look = (): void => {
          const found = mails.find(matches);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
