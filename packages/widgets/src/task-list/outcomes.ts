import type { Channel, Disposition } from '@beback/client';

/** What can be said of an attempt, by channel: four ways a call ends; what is written is sent. */
export const OUTCOMES: Readonly<Record<Channel, readonly Disposition[]>> = {
  call: ['spoke', 'leftMessage', 'noAnswer', 'wrongNumber'],
  video: ['sent'],
  text: ['sent'],
  email: ['sent'],
  letter: ['sent'],
  inPerson: ['spoke', 'noAnswer'],
};
