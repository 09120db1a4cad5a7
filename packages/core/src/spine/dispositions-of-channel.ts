import type { Channel, Disposition } from './words.ts';

/**
 * How an attempt through each channel can have ended, the most frequent first: nobody speaks by letter, and a call is
 * not sent. Whatever stops a plan's steps (an appointment, a customer who wants no more) can be said of each.
 *
 * @example
 * DISPOSITIONS_OF_CHANNEL.text.includes('wrongNumber'); // true
 */
export const DISPOSITIONS_OF_CHANNEL = {
  call: ['spoke', 'leftMessage', 'noAnswer', 'wrongNumber', 'appointmentSet', 'notInterested'],
  text: ['sent', 'wrongNumber', 'appointmentSet', 'notInterested'],
  email: ['sent', 'appointmentSet', 'notInterested'],
  letter: ['sent', 'appointmentSet', 'notInterested'],
  video: ['sent', 'spoke', 'noAnswer', 'appointmentSet', 'notInterested'],
  inPerson: ['spoke', 'noAnswer', 'appointmentSet', 'notInterested'],
} as const satisfies Readonly<Record<Channel, readonly Disposition[]>>;
