import { expect, it } from 'vitest';
import { ask, consent, delivery, FRESH, from, lead, NOON, told, unwinding } from '../../test/support/contact-cases.ts';
import type { Attempt } from './attempt.ts';

it('refuses for good after STOP, with the fact that says so', () => {
  const stop = consent('revoked', 'text', 'all', '2026-11-18T10:00:00-05:00');
  const verdict = ask({ channel: 'text', location: from('212') }, NOON, [FRESH, stop]);
  expect(verdict).toMatchObject({
    kind: 'never',
    reasons: [{ code: 'contact.revoked', facts: [stop.id], data: { channel: 'text', rule: 'us.federal.revocation' } }],
  });
  expect(ask({ channel: 'text', purpose: 'appointment', location: from('212') }, NOON, [FRESH, stop]).kind).toBe(
    'never',
  );
  expect(ask({ channel: 'call', purpose: 'appointment', location: from('212') }, NOON, [FRESH, stop]).kind).toBe(
    'allowed',
  );
  expect(ask({ channel: 'email', purpose: 'marketing', location: from('212') }, NOON, [FRESH, stop]).kind).toBe(
    'never',
  );
});

it('reopens by “call me about this car” that purpose only', () => {
  const facts = [
    FRESH,
    consent('revoked', 'all', 'marketing', '2026-11-18T10:00:00-05:00'),
    consent('revoked', 'call', 'all', '2026-11-18T10:00:00-05:00'),
    consent('given', 'call', 'replyToInquiry', '2026-11-18T11:00:00-05:00'),
  ];
  expect(ask({ location: from('212') }, NOON, facts).kind).toBe('allowed');
  expect(ask({ purpose: 'marketing', location: from('212') }, NOON, facts).kind).toBe('never');
});

it('does not take a refused reply for marketing that is still allowed', () => {
  const no = consent('revoked', 'call', 'replyToInquiry', '2026-11-18T10:00:00-05:00');
  expect(ask({ location: from('212') }, NOON, [FRESH, no]).kind).toBe('never');
});

it('wants written consent for marketing texts, and any consent or a relationship for marketing calls', () => {
  const texts: Partial<Attempt> = { channel: 'text', purpose: 'marketing', location: from('212') };
  const calls: Partial<Attempt> = { channel: 'call', purpose: 'marketing', location: from('212') };
  const spoken = consent('given', 'all', 'marketing', '2026-01-05T10:00:00-05:00');
  const written = consent('given', 'all', 'marketing', '2026-01-05T10:00:00-05:00', true);
  expect(ask(texts, NOON, [FRESH, spoken])).toMatchObject({
    kind: 'never',
    reasons: [{ code: 'contact.noWrittenConsent' }],
  });
  expect(ask(texts, NOON, [written])).toMatchObject({ kind: 'allowed' });
  expect(ask(calls, NOON, [spoken]).kind).toBe('allowed');
  expect(ask(calls, NOON, [delivery('2025-06-01T12:00:00-05:00')]).kind).toBe('allowed');
  expect(ask(calls, NOON)).toMatchObject({
    kind: 'never',
    reasons: [{ code: 'contact.noBasis', data: { purchaseMonths: 18, inquiryMonths: 3 } }],
  });
  expect(ask({ ...calls, location: from('203') }, NOON, [spoken]).kind).toBe('never');
});

it('lets a purchase carry 18 months and an undone one nothing', () => {
  const calls: Partial<Attempt> = { purpose: 'marketing', location: from('212') };
  const bought = delivery('2025-05-18T12:00:00-05:00');
  expect(told(ask(calls, '2026-11-17T12:00:00-05:00', [bought]))).toBe('allowed until 2026-11-18T00:00:00.000Z');
  expect(ask(calls, '2026-11-18T12:00:00-05:00', [bought]).kind).toBe('never');
  const sold = delivery('2026-05-18T12:00:00-05:00');
  const undone = unwinding('2026-06-01T12:00:00-05:00');
  expect(ask(calls, NOON, [sold]).kind).toBe('allowed');
  expect(ask(calls, NOON, [sold, undone]).kind).toBe('never');
  expect(ask(calls, NOON, [sold, undone, delivery('2026-06-02T12:00:00-05:00')]).kind).toBe('allowed');
});

it('takes a reply for marketing once its inquiry is three months old', () => {
  const old = lead('2026-08-01T12:00:00-05:00');
  expect(ask({ location: from('212') }, NOON, [old]).kind).toBe('never');
  expect(ask({ location: from('212') }, NOON, [old, delivery('2026-08-20T12:00:00-05:00')])).toMatchObject({
    kind: 'allowed',
    reasons: [{}, { code: 'contact.basis.purchase' }],
  });
});

it('ends with the ground when that comes first, and says never when it ends before the next lawful hour', () => {
  const inquiry = lead('2026-08-18T23:00:00Z');
  expect(told(ask({ location: from('212') }, '2026-11-17T18:00:00-05:00', [inquiry]))).toBe(
    'allowed until 2026-11-18T00:00:00.000Z',
  );
  // Rhode Island closes at six, an hour before the ground ends.
  const verdict = ask({ location: from('401') }, '2026-11-17T18:30:00-05:00', [inquiry]);
  expect(verdict).toMatchObject({ kind: 'never', reasons: [{ code: 'contact.groundEndsFirst' }, {}, {}] });
});

it('rests on the ground that lasts longest', () => {
  const facts = [lead('2026-08-18T23:00:00Z'), delivery('2026-06-01T12:00:00-05:00')];
  const evening = '2026-11-17T18:00:00-05:00';
  const marketing = ask({ purpose: 'marketing', location: from('212') }, evening, facts);
  expect(told(marketing)).toBe('allowed until 2026-11-18T02:00:00.000Z');
  expect(marketing.reasons).toMatchObject([{}, { code: 'contact.basis.purchase' }]);
  // A reply goes on as marketing when the inquiry has grown old.
  expect(told(ask({ location: from('212') }, evening, facts))).toBe('allowed until 2026-11-18T02:00:00.000Z');
});

it('asks Canadians for consent to marketing e-mail, expressed or implied', () => {
  const mail: Partial<Attempt> = { channel: 'email', purpose: 'marketing', location: from('514') };
  expect(ask(mail, NOON).kind).toBe('never');
  expect(ask(mail, NOON, [lead('2026-06-01T12:00:00-05:00')]).kind).toBe('allowed');
  expect(ask(mail, NOON, [delivery('2024-12-01T12:00:00-05:00')]).kind).toBe('allowed');
  expect(ask({ ...mail, location: from('212') }, NOON).kind).toBe('allowed');
});

it('wants written consent for an artificial voice', () => {
  expect(ask({ automated: true, location: from('212') }, NOON, [FRESH])).toMatchObject({
    kind: 'never',
    reasons: [{ data: { rule: 'us.federal.artificialVoice' } }],
  });
  expect(ask({ channel: 'text', automated: true, location: from('212') }, NOON, [FRESH]).kind).toBe('allowed');
});
