import { type Law, law } from './law.ts';

/** How many solicitations, by call and text together, one person may get in any 24 hours. */
export interface AttemptLaw extends Law {
  readonly attemptsIn24Hours: number;
}

export const ATTEMPT_LAWS: readonly AttemptLaw[] = [
  { ...law('us.fl.attempts', 'FL', '2021-07-01', 'Fla. Stat. 501.616(6)(b); eflo.net'), attemptsIn24Hours: 3 },
  {
    ...law('us.ok.attempts', 'OK', '2022-11-01', 'Oklahoma HB 3168, 15 Okla. Stat. 775C; eflo.net'),
    attemptsIn24Hours: 3,
  },
  {
    ...law('us.md.attempts', 'MD', '2024-01-01', 'Maryland Stop the Spam Calls Act; vicifast.com'),
    attemptsIn24Hours: 3,
  },
];
