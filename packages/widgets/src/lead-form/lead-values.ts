import type { Channel } from '@beback/client/public';

/** What a visitor has filled in. Consent is no part of it: it is never kept, never restored. */
export interface LeadValues {
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly email: string;
  readonly preferredChannel: '' | Extract<Channel, 'call' | 'text' | 'email'>;
  readonly comment: string;
}

export const EMPTY: LeadValues = {
  firstName: '',
  lastName: '',
  phone: '',
  email: '',
  preferredChannel: '',
  comment: '',
};

export type FieldName = keyof LeadValues;

export const NAMES: readonly FieldName[] = ['firstName', 'lastName', 'phone', 'email', 'preferredChannel', 'comment'];

/** What is wrong with a field; the words are in the texts. */
export type Fault =
  | 'nameMissing'
  | 'reachMissing'
  | 'phoneShape'
  | 'emailShape'
  | 'phoneForCall'
  | 'phoneForText'
  | 'emailForEmail'
  | 'serverRefused';

export type Faults = Readonly<Partial<Record<FieldName, Fault>>>;

/** A number without its punctuation: at least an area code and seven digits, at most what E.164 allows. */
const PHONE = /^\+?\d{10,15}$/;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/;

/**
 * What keeps these values from being sent: a name, and one way to answer that works. Shapes are checked loosely; who
 * is wrongly turned away is lost, and the server looks again.
 */
export function faultsOf(values: LeadValues): Faults {
  const faults: Partial<Record<FieldName, Fault>> = {};
  const phone = values.phone.replaceAll(/[\s().\-/]/g, '');
  const email = values.email.trim();
  if (`${values.firstName}${values.lastName}`.trim() === '') faults.firstName = 'nameMissing';
  if (phone !== '' && !PHONE.test(phone)) faults.phone = 'phoneShape';
  if (email !== '' && !EMAIL.test(email)) faults.email = 'emailShape';
  if (phone === '' && email === '') faults.phone = 'reachMissing';
  else if (phone === '' && values.preferredChannel === 'call') faults.phone = 'phoneForCall';
  else if (phone === '' && values.preferredChannel === 'text') faults.phone = 'phoneForText';
  else if (email === '' && values.preferredChannel === 'email') faults.email = 'emailForEmail';
  return faults;
}
