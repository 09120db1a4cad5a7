import { STAFF_EN } from '../staff/staff.en.ts';
import type { WhileAwayWords } from './while-away-words.ts';

export const WHILE_AWAY_EN: WhileAwayWords = {
  ...STAFF_EN,
  title: 'While you were away',
  span: (from, to) => (from === to ? from : `${from} to ${to}`),
  nothing: 'Nothing happened with your customers.',
  more: 'There is more: see each customer’s history.',
  rest: (count) => `${count} more`,
  by: (name) => `by ${name}`,
  kinds: { lead: 'inquired', reply: 'got in touch', delivered: 'took delivery', lost: 'was given up' },
  looked: 'I have seen it',
  saying: 'Saying so …',
};
