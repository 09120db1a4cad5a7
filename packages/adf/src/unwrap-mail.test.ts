import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ADF_LIMITS } from './limits.ts';
import { parseAdf } from './parse-adf.ts';
import { unwrapMail } from './unwrap-mail.ts';

const STORE = { country: 'US', zone: 'America/New_York', receivedAt: '2026-06-02T16:41:30Z' };
const mail = (name: string) => readFileSync(new URL(`../test/mails/${name}.eml`, import.meta.url));

const LEAD = {
  externalIds: [{ value: 'PH-3301' }],
  firstName: 'Léonie',
  phones: [{ e164: '+12075550166', type: 'cellphone' }],
  comments: 'Is the blue one still there = yes or no? I can come by on Saturday morning, later that day is bad.',
  vehicles: [{ year: 2021, make: 'Gannet', model: 'Solan' }],
};

describe('unwrapMail', () => {
  it.each(['three-copies', 'attachment-only', 'forwarded-quoted', 'forwarded-attached', 'mislabelled-charset'])(
    'finds one lead in %s',
    async (name) => {
      const { documents, problem } = await unwrapMail(mail(name));
      expect(problem).toBeNull();
      expect(documents).toHaveLength(1);
      expect(parseAdf(documents[0] ?? '', STORE).prospects).toMatchObject([LEAD]);
    },
  );

  it('keeps two different leads apart', async () => {
    const { documents } = await unwrapMail(mail('two-leads'));
    expect(documents.map((text) => parseAdf(text, STORE).prospects[0]?.firstName)).toEqual(['Léonie', 'Anouk']);
  });

  it('tells sender, recipients, subject, date and message id', async () => {
    expect(await unwrapMail(mail('three-copies'))).toMatchObject({
      from: 'leads@pierhead.example',
      to: ['adf@harbor.example', 'bdc@harbor.example'],
      subject: 'New lead',
      date: '2026-06-02T16:41:00.000Z',
      messageId: '<three@pierhead.example>',
    });
  });

  it('gives the text of a mail without a lead, for a person to read', async () => {
    const { documents, text } = await unwrapMail(mail('no-lead'));
    expect(documents).toEqual([]);
    expect(text).toContain('is the Solan still there?');
  });

  it('does not read a mail beyond the size limit', async () => {
    const { documents, problem } = await unwrapMail(new Uint8Array(ADF_LIMITS.mailSize + 1));
    expect({ documents, problem }).toEqual({ documents: [], problem: 'tooLarge' });
  });

  it('says so when the parts nest beyond reason, and still finds a lead in the text', async () => {
    const nested = Array.from(
      { length: 60 },
      (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
    ).join('');
    const { documents, problem } = await unwrapMail(
      new TextEncoder().encode(`${nested}Content-Type: text/plain\r\n\r\n<adf><prospect><customer/></prospect></adf>`),
    );
    expect(problem).toBe('unreadable');
    expect(documents).toHaveLength(1);
  });

  it('rejects for no bytes at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect((await unwrapMail(bytes)).documents).toEqual([]);
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(1500), fc.nat(255), async (at, byte) => {
        const bytes = Uint8Array.from(mail('three-copies'));
        bytes[at] = byte;
        expect((await unwrapMail(bytes)).documents.length).toBeLessThanOrEqual(2);
      }),
    );
  });
});
