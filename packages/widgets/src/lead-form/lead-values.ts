import type { Channel, LeadFormResult } from '@beback/client/public';

/** The ways in which a visitor may want the answer. */
export const CHANNELS = ['call', 'text', 'email'] as const satisfies readonly Channel[];

/** What a visitor has filled in. Consent is no part of it: it is never kept, never restored. */
export interface LeadValues {
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly email: string;
  readonly preferredChannel: '' | (typeof CHANNELS)[number];
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

/** What is wrong with a field, in a sentence for the visitor. */
export type FaultTexts = Readonly<Partial<Record<FieldName, string>>>;

/** What a store says on its form. */
export type Settings = LeadFormResult['leadForm'];
