import type { Channel, LeadFormResult } from '@beback/client/public';

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

/** What is wrong with a field, in a sentence for the visitor. */
export type FaultTexts = Readonly<Partial<Record<FieldName, string>>>;

/** What a store says on its form. */
export type Settings = LeadFormResult['leadForm'];
