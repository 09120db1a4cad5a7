import { expect, it } from 'vitest';
import { ask, consent, delivery, from, lead, NOON } from '../../test/support/contact-cases.ts';
import { CHANNELS, type Channel, PURPOSES, type Purpose } from '../spine/words.ts';

const MONTH_AGO = '2026-10-18T12:00:00-04:00';
/** What a customer can have said or done, each alone. */
const GROUNDS = {
  nothing: [],
  inquiry: [lead(MONTH_AGO)],
  consent: [consent('given', 'all', 'all', MONTH_AGO)],
  written: [consent('given', 'all', 'all', MONTH_AGO, true)],
  purchase: [delivery(MONTH_AGO)],
} as const;
type Ground = keyof typeof GROUNDS;

const NEW_YORK = '212';
const CONNECTICUT = '203';
const ONTARIO = '416';
const ANY: readonly Ground[] = ['inquiry', 'consent', 'written', 'purchase'];
const FREE: readonly Ground[] = ['nothing', ...ANY];
/** Appointments, transactions and surveys: the customer asked for them, or they sell nothing. */
const ASKED_FOR = ['appointment', 'transaction', 'survey'] as const satisfies readonly Purpose[];

/** Which grounds make a contact lawful that a person makes; where no row says otherwise it needs none. */
const ROWS: readonly (readonly [area: string, Channel[], Purpose[], readonly Ground[]])[] = [
  [NEW_YORK, ['call'], ['replyToInquiry', 'marketing'], ANY],
  [NEW_YORK, ['text'], ['replyToInquiry'], ['inquiry', 'consent', 'written']],
  [NEW_YORK, ['text'], ['marketing'], ['written']],
  [CONNECTICUT, ['call', 'text'], ['marketing'], ['written']],
  [CONNECTICUT, ['call', 'text'], ['replyToInquiry'], ['inquiry', 'consent', 'written']],
  [ONTARIO, ['call', 'text', 'email', 'video'], ['replyToInquiry', 'marketing'], ANY],
];

const CASES = [NEW_YORK, CONNECTICUT, ONTARIO].flatMap((area) =>
  CHANNELS.flatMap((channel) => PURPOSES.map((purpose) => ({ area, channel, purpose }))),
);

it.each(CASES)('asks for a $channel in the area $area, of $purpose, for the ground that the law asks', (given) => {
  const { area, channel, purpose } = given;
  const row = ROWS.find(([place, channels, purposes]) => {
    return place === area && channels.includes(channel) && purposes.includes(purpose);
  });
  expect(enough({ ...given, automated: false })).toEqual(row?.[3] ?? FREE);
});

it.each([...ASKED_FOR, 'replyToInquiry', 'marketing'] as const)(
  'lets nothing but written consent have a machine call an American, of %s',
  (purpose) => {
    expect(enough({ area: NEW_YORK, channel: 'call', purpose, automated: true })).toEqual(['written']);
  },
);

it('says of every ground that is missing which rule asks for it, and of which kind it could be', () => {
  const verdict = ask({ purpose: 'marketing', location: from(CONNECTICUT) }, NOON);
  expect(verdict.reasons).toMatchObject([
    { code: 'contact.noBasis', data: { rule: 'us.federal.relationship', inquiryMonths: 3, purchaseMonths: 18 } },
    { code: 'contact.noWrittenConsent', data: { rule: 'us.ct.writtenConsent', channel: 'call', purpose: 'marketing' } },
  ]);
});

// Helpers

function enough(given: { area: string; channel: Channel; purpose: Purpose; automated: boolean }): readonly string[] {
  const { area, ...attempt } = given;
  const grounds = Object.entries(GROUNDS);
  return grounds
    .filter(([, facts]) => ask({ ...attempt, location: from(area) }, NOON, facts).kind === 'allowed')
    .map(([name]) => name);
}
