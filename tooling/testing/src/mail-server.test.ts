import { createTransport } from 'nodemailer';
import { expect, it } from 'vitest';
import { startMailServer } from './mail-server.ts';

const mail = { from: 'store@example.com', to: 'ana@example.com', subject: 'How was it?', text: 'Three questions.' };

it('keeps each mail with its envelope and text', async () => {
  const server = await startMailServer();
  await createTransport(server.url).sendMail(mail);
  expect(server.mails).toHaveLength(1);
  expect(server.mails[0]).toMatchObject({ from: 'store@example.com', to: ['ana@example.com'] });
  expect(server.mails[0]?.raw).toContain('Three questions.');
  await server.stop();
});

it('hands out a mail that is yet to come, and only the one that matches', async () => {
  const server = await startMailServer();
  const awaited = server.nextMail((received) => received.to.includes('ben@example.com'));
  const transport = createTransport(server.url);
  await transport.sendMail(mail);
  await transport.sendMail({ ...mail, to: 'ben@example.com' });
  expect((await awaited).to).toEqual(['ben@example.com']);
  await server.stop();
});

it.each(['MAIL FROM', 'RCPT TO', 'DATA'] as const)(
  'refuses at %s where it is told to, and takes the next one',
  async (to) => {
    let refuses = true;
    const server = await startMailServer(() => (refuses ? { to, code: 451 } : undefined));
    const transport = createTransport(server.url);
    await expect(transport.sendMail(mail)).rejects.toMatchObject({ command: to, responseCode: 451 });
    expect(server.mails).toEqual([]);
    refuses = false;
    await transport.sendMail(mail);
    expect(server.mails).toHaveLength(1);
    await server.stop();
  },
);
