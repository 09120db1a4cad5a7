import type { Channel, Disposition } from '@beback/core';

const WRITTEN = ['sent', 'appointmentSet', 'notInterested'] as const;

/** How an attempt through each channel can have ended: nobody speaks by letter, and a call is not sent. */
export const DISPOSITIONS_OF_CHANNEL: Readonly<Record<Channel, readonly Disposition[]>> = {
  call: ['spoke', 'leftMessage', 'noAnswer', 'wrongNumber', 'appointmentSet', 'notInterested'],
  text: [...WRITTEN, 'wrongNumber'],
  email: WRITTEN,
  letter: WRITTEN,
  video: [...WRITTEN, 'spoke', 'noAnswer'],
  inPerson: ['spoke', 'noAnswer', 'appointmentSet', 'notInterested'],
};
