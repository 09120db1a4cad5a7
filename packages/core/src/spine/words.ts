/** How a customer is reached. */
export const CHANNELS = ['call', 'text', 'email', 'video', 'letter', 'inPerson'] as const;
/** One of {@link CHANNELS}. */
export type Channel = (typeof CHANNELS)[number];

/** What a contact is for: the law and consent differ by it. */
export const PURPOSES = ['replyToInquiry', 'appointment', 'transaction', 'survey', 'marketing'] as const;
/** One of {@link PURPOSES}. */
export type Purpose = (typeof PURPOSES)[number];

/** Where a buying episode began. */
export const ORIGINS = ['internet', 'phoneUp', 'walkIn', 'referral', 'service', 'leaseEnd', 'beBack'] as const;
/** One of {@link ORIGINS}. */
export type Origin = (typeof ORIGINS)[number];

/** The parts of a store. */
export const DEPARTMENT_KINDS = ['sales', 'internet', 'bdc', 'service'] as const;
/** One of {@link DEPARTMENT_KINDS}. */
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
/** One of {@link ROLES}. */
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
/** One of {@link DISPOSITIONS}. */
export type Disposition = (typeof DISPOSITIONS)[number];

/** Who made a call: the customer (`inbound`) or the store. */
export const DIRECTIONS = ['inbound', 'outbound'] as const;
/** One of {@link DIRECTIONS}. */
export type Direction = (typeof DIRECTIONS)[number];
