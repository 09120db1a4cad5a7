import {
  areaCode,
  type ContactKey,
  type EmailKey,
  type Id,
  type Judged,
  judgeEmail,
  judgeName,
  judgePhone,
  type PersonName,
  type PhoneKey,
} from '@beback/core';
import type { MatchKeys } from '../../secrets/keys.ts';
import type { Inquiry } from '../lead/inquiry.ts';
import type { CustomerPerson } from './customer-person.ts';

/** A number or an address with the keyed hash to match it by. */
export interface JudgedContact<K> extends ContactKey<K> {
  readonly value: string;
}

export interface JudgedPhone extends JudgedContact<PhoneKey> {
  /** Of a North American number whose area code is known: it tells zones and states. */
  readonly areaCode: string | undefined;
  /** It rings at the customer's work, as the sender says. */
  readonly work?: boolean;
}

/** Somebody who came in, with everything that is junk left out. */
export interface JudgedPerson extends CustomerPerson {
  readonly phones: readonly JudgedPhone[];
  readonly emails: readonly JudgedContact<EmailKey>[];
}

/** Keeps what core's rules find worth keeping; undefined when nobody can be found in it: no name, number or address. */
export function judgePerson(inquiry: Inquiry, groupId: string, keys: MatchKeys): JudgedPerson | undefined {
  const name = judgeName(inquiry.name);
  const judge = (written: readonly string[]) =>
    kept(written.map((phone) => judgePhone(phone, inquiry.ofBusinesses.phones)));
  const phones = judge(inquiry.phones);
  const atWork = new Set(judge(inquiry.workPhones ?? []).map(({ value }) => value.e164));
  const emails = kept(inquiry.emails.map((written) => judgeEmail(written, inquiry.ofBusinesses.emails)));
  if (name.grade === 'junk' && phones.length === 0 && emails.length === 0) return undefined;
  return {
    name: name.grade === 'junk' ? ({} satisfies PersonName) : name.value,
    place: inquiry.place,
    phones: distinct(
      phones.map(({ value: { e164 }, doubtful }) => {
        const key = keys.phoneKey(groupId, e164) as Id<'Phone'>;
        return { value: e164, key, doubtful, areaCode: areaCodeOf(e164), ...(atWork.has(e164) && { work: true }) };
      }),
    ),
    emails: distinct(
      emails.map(({ value: { address, canonical }, doubtful }) => {
        const key = keys.emailKey(groupId, canonical) as EmailKey;
        return { value: address, key, doubtful };
      }),
    ),
  };
}

function kept<V>(judged: readonly Judged<V>[]): readonly { readonly value: V; readonly doubtful: boolean }[] {
  return judged.flatMap((each) =>
    each.grade === 'junk' ? [] : [{ value: each.value, doubtful: each.grade === 'doubtful' }],
  );
}

function distinct<C extends { readonly key: string }>(contacts: readonly C[]): readonly C[] {
  return contacts.filter((contact, i) => contacts.findIndex(({ key }) => key === contact.key) === i);
}

function areaCodeOf(e164: string): string | undefined {
  const code = /^\+1(\d{3})/.exec(e164)?.[1];
  return code !== undefined && areaCode(code) !== undefined ? code : undefined;
}
