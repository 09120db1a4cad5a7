import type { Channel, LocationEvidence, Origin, WrittenName } from '@beback/core';
import type { StoreRules } from '../store/store-rules.ts';

/** What a vehicle's entry of a lead tells: nothing personal. */
export interface LeadVehicle {
  readonly interest: 'buy' | 'lease' | 'sell' | 'trade-in' | 'test-drive';
  readonly status?: 'new' | 'used';
  readonly year?: number;
  readonly make?: string;
  readonly model?: string;
  readonly trim?: string;
  readonly vin?: string;
  readonly stock?: string;
  /** As a page names it, where it does not tell the parts. */
  readonly description?: string;
}

/** One lead in one form, whatever way it came: ADF, our own form, later a phone call or a visit. */
export interface Inquiry {
  readonly origin: Origin;
  /** Who sent it, as it names itself. */
  readonly source: string;
  /** The id that identifies the lead at its source. */
  readonly externalId?: string;
  readonly name: WrittenName;
  /** As written; only numbers that a person answers. */
  readonly phones: readonly string[];
  /** Which of them ring at the customer's work, as the sender says. */
  readonly workPhones?: readonly string[];
  readonly emails: readonly string[];
  /** Numbers and addresses of the vendor and the provider: never the customer's. */
  readonly ofBusinesses: { readonly phones: readonly string[]; readonly emails: readonly string[] };
  readonly place: Pick<LocationEvidence, 'region' | 'postalCode'>;
  readonly vehicles: readonly LeadVehicle[];
  readonly trades: readonly LeadVehicle[];
  /** How the customer wants the answer, where that was said. */
  readonly preferredChannel?: Channel;
  /** What the customer wrote; empty when nothing. */
  readonly comment: string;
}

/**
 * The vehicle as people say it.
 *
 * @example
 * vehicleLabel({ interest: 'buy', year: 1999, make: 'Chevrolet', model: 'Blazer' }); // '1999 Chevrolet Blazer'
 */
export function vehicleLabel(vehicle: LeadVehicle | undefined): string | null {
  if (vehicle === undefined) return null;
  const { year, make, model, trim } = vehicle;
  const label = [year, make, model, trim].filter((part) => part !== undefined).join(' ');
  return label || (vehicle.description ?? vehicle.stock ?? vehicle.vin ?? null);
}

/** Somebody as a manager types him in who has read the raw text. */
export interface TypedPerson {
  readonly firstName?: string | null | undefined;
  readonly lastName?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
}

/** The inquiry with what was typed in: a name takes the place of the lead's, numbers and addresses come first. */
export function withPerson(inquiry: Inquiry, { firstName, lastName, phone, email }: TypedPerson): Inquiry {
  const name = { ...(firstName && { first: firstName }), ...(lastName && { last: lastName }) };
  return {
    ...inquiry,
    name: firstName || lastName ? name : inquiry.name,
    phones: [...(phone ? [phone] : []), ...inquiry.phones],
    emails: [...(email ? [email] : []), ...inquiry.emails],
  };
}

/** The store's own number and address: never a customer's. */
export function numbersOfStore({ phone, email }: Pick<StoreRules, 'phone' | 'email'>): Inquiry['ofBusinesses'] {
  return { phones: phone === undefined ? [] : [phone], emails: email === undefined ? [] : [email] };
}
