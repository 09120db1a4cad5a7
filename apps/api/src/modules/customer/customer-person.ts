import type { LocationEvidence, PersonName } from '@beback/core';
import type { Seal } from '../../secrets/seal.ts';
import { shortMemory } from '../../short-memory.ts';

/** What is known of a person beside the ways to reach him: sealed as one text, erasable as one. */
export interface CustomerPerson {
  readonly name: PersonName;
  /** State or province, and postal code: what contact law asks of the address. */
  readonly place: Pick<LocationEvidence, 'region' | 'postalCode'>;
}

const FIELD = 'customerPerson.name';

export function sealPerson(seal: Seal, groupId: string, person: CustomerPerson): Uint8Array {
  return seal.seal(groupId, FIELD, JSON.stringify(person));
}

/** The person of a sealed text; somebody without a name where it was erased. */
export function openPerson(seal: Seal, groupId: string, sealed: Uint8Array | null): CustomerPerson {
  return sealed === null ? NOBODY : persons.get(seal.open(groupId, FIELD, sealed), JSON.parse);
}

const NOBODY: CustomerPerson = { name: {}, place: {} };
const persons = shortMemory<CustomerPerson>();

/** The name as people write it; undefined when none is known. */
export function fullName({ first, last }: PersonName): string | undefined {
  const name = [first, last].filter((part) => part !== undefined).join(' ');
  return name === '' ? undefined : name;
}

export const CONTACT_FIELDS = { phone: 'contactPoint.phone', email: 'contactPoint.email' } as const;
export type ContactKind = keyof typeof CONTACT_FIELDS;

/** A phone number or an address of a sealed value; undefined where it was erased or there is none. */
export function openContact(
  seal: Seal,
  groupId: string,
  kind: ContactKind,
  sealed: Uint8Array | null,
): string | undefined {
  return sealed === null ? undefined : seal.open(groupId, CONTACT_FIELDS[kind], sealed);
}
