import { EMPTY, type FieldName, type LeadValues } from './lead-values.ts';

/** What is wrong with a field; the sentences are in {@link AFTERWARDS_TEXTS}. */
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

/** The field that a server's error names, if it is one of the form's. */
export function fieldNamed(name: string): FieldName | undefined {
  return Object.hasOwn(EMPTY, name) ? (name as FieldName) : undefined;
}
