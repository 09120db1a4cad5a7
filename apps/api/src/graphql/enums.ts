import { CHANNELS, DEPARTMENT_KINDS, DISPOSITIONS, LOCALES, ORIGINS, PURPOSES, ROLES } from '@beback/core';
import { builder } from './builder.ts';

export const LocaleEnum = builder.enumType('Locale', { values: LOCALES });
export const ChannelEnum = builder.enumType('Channel', { values: CHANNELS, description: 'How a customer is reached.' });
export const PurposeEnum = builder.enumType('Purpose', {
  values: PURPOSES,
  description: 'What a contact is for: law and consent differ by it.',
});
export const DispositionEnum = builder.enumType('Disposition', {
  values: DISPOSITIONS,
  description: 'How an attempt ended, as the person who made it says.',
});
export const OriginEnum = builder.enumType('Origin', {
  values: ORIGINS,
  description: 'Where a buying episode began.',
});
export const DepartmentKindEnum = builder.enumType('DepartmentKind', { values: DEPARTMENT_KINDS });
export const RoleEnum = builder.enumType('Role', { values: ROLES });
