/** How a customer is reached. */
export const CHANNELS = ['call', 'text', 'email', 'video', 'letter', 'inPerson'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a contact is for: the law and consent differ by it. */
export const PURPOSES = ['replyToInquiry', 'appointment', 'transaction', 'survey', 'marketing'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Where a buying episode began. */
export const ORIGINS = ['internet', 'phoneUp', 'walkIn', 'referral', 'service', 'leaseEnd', 'beBack'] as const;
export type Origin = (typeof ORIGINS)[number];

/** The parts of a store. */
export const DEPARTMENT_KINDS = ['sales', 'internet', 'bdc', 'service'] as const;
export type DepartmentKind = (typeof DEPARTMENT_KINDS)[number];

/** What a member may do. */
export const ROLES = [
  'principal',
  'generalManager',
  'manager',
  'salesperson',
  'bdcAgent',
  'auditor',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** How an attempt ended, as the person who made it says. */
export const DISPOSITIONS = [
  'spoke',
  'leftMessage',
  'noAnswer',
  'wrongNumber',
  'sent',
  'appointmentSet',
  'notInterested',
] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

export const DIRECTIONS = ['inbound', 'outbound'] as const;
export type Direction = (typeof DIRECTIONS)[number];
