import { type IdentityMatch, type Instant, matchCustomer } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { newId } from '../../database/new-id.ts';
import { statement } from '../../database/statement.ts';
import type { MatchKeys } from '../../secrets/keys.ts';
import type { Seal } from '../../secrets/seal.ts';
import { CONTACT_FIELDS, type ContactKind, fullName, sealPerson } from './customer-person.ts';
import type { JudgedPerson } from './judge-person.ts';
import { type KnownPerson, knownCustomers } from './known-customers.ts';

/** Who somebody is by core's identity rules, with the customers that were looked at. */
export interface PersonMatch {
  readonly match: IdentityMatch;
  readonly known: readonly KnownPerson[];
}

const HOUSEHOLD = statement('make household', 'insert into household (group_id, id, created_at) values ($1, $2, $3)');
const JOIN_HOUSEHOLD = statement(
  'join household',
  'update customer set household_id = $3 where group_id = $1 and id = any($2) and household_id is null',
);
const CUSTOMER = statement(
  'make customer',
  'insert into customer (group_id, id, household_id, created_at) values ($1, $2, $3, $4)',
);
const PERSON = statement(
  'make customer person',
  `insert into customer_person (group_id, customer_id, name_sealed, name_key) values ($1, $2, $3, $4)
   on conflict (group_id, customer_id) do update set name_sealed = excluded.name_sealed, name_key = excluded.name_key`,
);
const CONTACT_POINT = statement(
  'add contact point',
  `insert into contact_point (group_id, id, customer_id, kind, key, area_code, value_sealed, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8)
   on conflict (group_id, customer_id, kind, key) do nothing`,
);

/** Looks for the person among the group's customers. The caller holds the locks of the person's keys. */
export async function matchPerson(tx: GroupTransaction, seal: Seal, person: JudgedPerson): Promise<PersonMatch> {
  const known = await knownCustomers(tx, seal, person);
  return { match: matchCustomer(person, known), known };
}

/** Makes the customer that a match found nobody for, in the household of those who share contact data. */
export async function makeCustomer(
  tx: GroupTransaction,
  seal: Seal,
  keys: MatchKeys,
  person: JudgedPerson,
  { match, known }: PersonMatch,
  now: Instant,
): Promise<string> {
  const household = known.filter(({ customerId }) => match.household.includes(customerId));
  const householdId = await householdOf(tx, household, now);
  const customerId = newId();
  await tx.sql(CUSTOMER, [tx.groupId, customerId, householdId, new Date(now)]);
  await savePerson(tx, seal, keys, customerId, person);
  await addContactPoints(tx, seal, customerId, person, now);
  return customerId;
}

/** Adds to a known customer what a lead tells anew: numbers and addresses, and a name where none was known. */
export async function enrichCustomer(
  tx: GroupTransaction,
  seal: Seal,
  keys: MatchKeys,
  customerId: string,
  person: JudgedPerson,
  known: readonly KnownPerson[],
  now: Instant,
): Promise<void> {
  const before = known.find((each) => each.customerId === customerId);
  // A known name is not overwritten by what a form says.
  if (before !== undefined && fullName(before.name) === undefined && fullName(person.name) !== undefined) {
    await savePerson(tx, seal, keys, customerId, person);
  }
  await addContactPoints(tx, seal, customerId, person, now);
}

/** The household of these people, made where they had none; null for somebody on his own. */
async function householdOf(tx: GroupTransaction, people: readonly KnownPerson[], now: Instant): Promise<string | null> {
  if (people.length === 0) return null;
  const joined = people.map(({ householdId }) => householdId).find((householdId) => householdId !== null);
  const householdId = joined ?? newId();
  if (joined === undefined) await tx.sql(HOUSEHOLD, [tx.groupId, householdId, new Date(now)]);
  await tx.sql(JOIN_HOUSEHOLD, [tx.groupId, people.map(({ customerId }) => customerId), householdId]);
  return householdId;
}

async function savePerson(
  tx: GroupTransaction,
  seal: Seal,
  keys: MatchKeys,
  customerId: string,
  { name, place }: JudgedPerson,
): Promise<void> {
  const whole = fullName(name)?.normalize('NFKC').toLowerCase();
  await tx.sql(PERSON, [
    tx.groupId,
    customerId,
    sealPerson(seal, tx.groupId, { name, place }),
    whole === undefined ? null : keys.nameKey(tx.groupId, whole),
  ]);
}

async function addContactPoints(
  tx: GroupTransaction,
  seal: Seal,
  customerId: string,
  { phones, emails }: JudgedPerson,
  now: Instant,
): Promise<void> {
  const add = (kind: ContactKind, { key, value }: { key: string; value: string }, areaCode: string | undefined) =>
    tx.sql(CONTACT_POINT, [
      tx.groupId,
      newId(),
      customerId,
      kind,
      key,
      areaCode ?? null,
      seal.seal(tx.groupId, CONTACT_FIELDS[kind], value),
      new Date(now),
    ]);
  for (const phone of phones) await add('phone', phone, phone.areaCode);
  for (const email of emails) await add('email', email, undefined);
}
