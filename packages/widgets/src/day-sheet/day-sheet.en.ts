import { countedIn } from '../format/counted.ts';
import { STAFF_EN } from '../staff/staff.en.ts';
import type { DaySheetWords } from './day-sheet-words.ts';

const counted = countedIn('en');

export const DAY_SHEET_EN: DaySheetWords = {
  ...STAFF_EN,
  loading: 'Fetching the day …',
  failed: 'The day could not be fetched',
  empty: (name) => `Nothing stands on the list of ${name} for this day.`,
  asOf: (time) => `as of ${time}`,
  tasks: (count) => counted(count, '# task', '# tasks'),
  how: 'Tick what came of it and write the time. Without a time, the day counts.',
  code: 'Code',
  customer: 'Customer',
  why: 'What and why',
  done: 'What came of it',
  note: 'Note',
  time: 'Time',
  appointment: 'Appointment',
  callAgain: 'Call again',
  until: (time) => `Allowed until ${time}`,
  notBefore: (time) => `Not before ${time}`,
  last: (what, when) => `Last: ${what}, ${when}`,
  comesIn: (when) => `Appointment: ${when}`,
  outcomes: {
    spoke: 'Spoke',
    leftMessage: 'Left message',
    noAnswer: 'No answer',
    wrongNumber: 'Wrong number',
    sent: 'Sent',
    appointmentSet: 'Appointment set',
    notInterested: 'Not interested',
  },
  keep: 'Customers’ data: keep it with you, hand it in, and shred it once it is keyed in.',
};
