import { countedIn } from '../format/counted.ts';
import { STAFF_EN } from '../staff/staff.en.ts';
import type { KeyInWords } from './key-in-words.ts';

const counted = countedIn('en');

export const KEY_IN_EN: KeyInWords = {
  ...STAFF_EN,
  title: 'Key in day sheets',
  how: 'Code, number of the outcome, Enter: each row is saved by itself, and you go on with the next.',
  loading: 'Fetching the sheet …',
  whose: 'Whose sheet',
  mine: 'Mine',
  day: 'Done on',
  code: 'Code',
  outcome: 'Outcome',
  choose: 'Choose',
  time: 'Time, if written',
  note: 'Note',
  appointmentDay: 'Appointment on',
  appointmentTime: 'Appointment at',
  againDay: 'Call again on',
  againTime: 'Call again at',
  which: 'Which of them',
  more: 'Promised another call',
  save: 'Save row',
  open: (count) => counted(count, '# task of that day has no result yet.', '# tasks of that day have no result yet.'),
  faults: {
    code: 'No task of this sheet has that code. Check the code, whose sheet it is, and the day.',
    done: (name) => `The result for ${name} is in already.`,
    outcome: 'Choose what came of it.',
    outcomeOf: (channel) => `That is no outcome of this task (${channel}).`,
    appointment: 'An appointment needs its day and its time.',
    begun: 'Save this row or empty its fields first: correcting another one would write over it.',
    again: 'A promised call needs its day and its time.',
    day: 'Say on which day it was done: today or within the last 14 days.',
  },
  fields: {
    appointmentAt: 'The appointment must lie after the day it was made, while the store is open.',
    promiseAt: 'The promised call must lie after the day it was made, while the store is open.',
    time: 'The time is not one of that day.',
    note: 'The note is too long.',
  },
  rows: 'Rows of this sitting',
  none: 'Nothing is keyed in yet.',
  saving: 'saving …',
  saved: 'saved',
  refused: 'Not saved',
  waits: 'Not saved yet',
  correct: 'Correct',
  correctOf: (name) => `Correct the row for ${name}`,
  count: (saved, left) => (left === 0 ? `${saved} saved` : `${saved} saved, ${left} not saved`),
};
