import { newKey, type SubmitLeadInput } from '@beback/client/public';
import { CHANNELS, EMPTY, type LeadValues } from './lead-values.ts';

/** What a visitor hands in, and the circumstances. */
export interface Filled {
  readonly values: LeadValues;
  readonly consentTicked: boolean;
  /** Of the wording that stood beside the box; empty: none was shown, and nothing agreed to. */
  readonly consentVersion: string;
  readonly trap: string;
  readonly shownForMilliseconds: number;
}

/** The vehicle that the form is about. */
export type Item = Readonly<Record<'vehicle' | 'vin' | 'stock', string | undefined>>;

/**
 * A filled form as the server takes it. The same wish keeps its key: sent once more after a failure, it arrives once.
 *
 * @param tried - what was sent last and has not arrived for certain.
 */
export function submissionOf(
  { values, ...filled }: Filled,
  { vin, stock, vehicle }: Item,
  pageUrl: string,
  tried: SubmitLeadInput | undefined,
): SubmitLeadInput {
  const input = {
    ...values,
    ...filled,
    key: '',
    preferredChannel: values.preferredChannel === '' ? null : values.preferredChannel,
    vehicle: vin || stock || vehicle ? { vin: vin ?? null, stock: stock ?? null, description: vehicle ?? null } : null,
    pageUrl,
  };
  const same = tried !== undefined && wishOf(tried) === wishOf(input);
  return { ...input, key: same ? tried.key : newKey() };
}

function wishOf(input: SubmitLeadInput): string {
  return JSON.stringify({ ...input, key: '', shownForMilliseconds: 0 });
}

/** The vehicle that was handed in. */
export function itemOf(vehicle: SubmitLeadInput['vehicle']): Item {
  const { vin, stock, description } = vehicle ?? {};
  return { vin: vin ?? undefined, stock: stock ?? undefined, vehicle: description ?? undefined };
}

/** What the form showed when this was handed in. */
export function valuesOf(input: SubmitLeadInput): LeadValues {
  const { firstName, lastName, phone, email, preferredChannel, comment } = input;
  return {
    firstName: firstName ?? '',
    lastName: lastName ?? '',
    phone: phone ?? '',
    email: email ?? '',
    preferredChannel: CHANNELS.find((channel) => channel === preferredChannel) ?? '',
    comment: comment ?? '',
  };
}

/** Whether a form holds nothing but this: nothing of it would be lost by showing something else. */
export function holdsOnly(values: LeadValues, input: SubmitLeadInput): boolean {
  const written = JSON.stringify(values);
  return [EMPTY, valuesOf(input)].some((known) => JSON.stringify(known) === written);
}
