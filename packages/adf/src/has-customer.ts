import type { AdfId, AdfProspect } from './adf-document.ts';

/**
 * Whether the lead names anybody to follow up: a name, a phone number that can be dialled, or an e-mail address.
 * A lead without is for a person's eyes; it is never thrown away.
 *
 * @example
 * hasCustomer({ fullName: null, emails: [], phones: [] }); // false
 */
export function hasCustomer(prospect: Pick<AdfProspect, 'fullName' | 'emails' | 'phones'>): boolean {
  return (
    prospect.fullName !== null ||
    prospect.emails.length > 0 ||
    prospect.phones.some(({ e164, type }) => e164 !== null && (type === 'voice' || type === 'cellphone'))
  );
}

/** Sources that say outright that the id is the lead's. */
const LEAD_SOURCE = /lead.?id|prospect.?id|^id$/i;
/** Sources whose value is one and the same for many leads. */
const CONSTANT_SOURCE = /event|campaign|promo|dealer|vendor|form|type|name|source|brand/i;
/** What sits in an id's place as a template's constant. */
const COUNTER = /^\d{1,2}$/;

/**
 * The id by which the same lead can be recognised when it comes again, or null. Of several ids the one that calls
 * itself a lead's wins, then the originator's; a campaign's or a form's id never does, unless it is the only one.
 *
 * @example
 * leadIdOf({ externalIds: [
 *   { value: 'SPRING', source: 'CampaignId', sequence: 1, from: 'element' },
 *   { value: '4711', source: 'LeadId', sequence: 2, from: 'element' },
 * ] })?.value; // '4711'
 */
export function leadIdOf(prospect: Pick<AdfProspect, 'externalIds'>): AdfId | null {
  const ids = prospect.externalIds.filter(({ value }) => !COUNTER.test(value));
  const sent = ids.filter(({ from }) => from === 'element');
  const named = sent.find(({ source }) => source !== null && LEAD_SOURCE.test(source));
  const place = (id: AdfId): number => id.sequence ?? Number.MAX_SAFE_INTEGER;
  const personal = sent
    .filter(({ source }) => source === null || !CONSTANT_SOURCE.test(source))
    .sort((a, b) => place(a) - place(b));
  return (
    named ?? personal[0] ?? ids.find(({ from }) => from === 'comment') ?? (ids.length === 1 ? (ids[0] ?? null) : null)
  );
}
