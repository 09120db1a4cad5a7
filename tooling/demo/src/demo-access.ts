import type { Role } from '@beback/core';

/** Who signs in to the demo, and the demo's keys. They are valid in demo data only: nothing else ever holds them. */
export const DEMO_PASSWORD = 'be-back-soon';

/** The people of the simulated group who can sign in, by what they are there to show. */
export const DEMO_PEOPLE = [
  { role: 'principal', store: undefined, department: undefined, path: '/board/', shows: 'the board of all stores' },
  {
    role: 'administrator',
    store: undefined,
    department: undefined,
    path: '/outbox/',
    shows: 'keys, the outbox, the clock',
  },
  { role: 'manager', store: 16, department: 'internet', path: '/board/', shows: 'the department that skips its calls' },
  { role: 'salesperson', store: 0, department: 'internet', path: '/day/', shows: 'a salesperson’s day' },
  { role: 'manager', store: 0, department: 'internet', path: '/board/', shows: 'a manager’s store' },
] as const satisfies readonly {
  role: Role;
  store: number | undefined;
  department: 'internet' | undefined;
  path: string;
  shows: string;
}[];

/** The first store's keys. */
export const DEMO_INTAKE_KEY = 'bb_intake_demo-store-1-not-a-secret';
export const DEMO_PUBLISHABLE_KEY = 'bb_pub_demo-store-1-not-a-secret';
