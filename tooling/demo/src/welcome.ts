import { createRandom, simulateStaff } from '@beback/simulator';
import { DEMO_INTAKE_KEY, DEMO_PASSWORD, DEMO_PEOPLE, DEMO_PUBLISHABLE_KEY } from './demo-access.ts';
import { memberOf } from './fill/fill-demo.ts';

/** What the landing page and the terminal tell about the demo. */
export interface DemoInfo {
  readonly group: string;
  readonly stores: number;
  readonly people: readonly {
    readonly name: string;
    readonly email: string;
    readonly role: string;
    readonly shows: string;
    readonly path: string;
  }[];
  readonly password: string;
  readonly intakeKey: string;
  readonly publishableKey: string;
  /** The dealer's public site, on an origin of its own. */
  readonly dealerSite: string;
}

/** Names the people who can sign in; the staff is simulated again rather than read, for it is the same each time. */
export function demoInfo(seed: string, stores: number, dealerSite: string): DemoInfo {
  const group = simulateStaff(createRandom(seed), stores);
  return {
    group: group.name,
    stores,
    people: DEMO_PEOPLE.flatMap((person) => {
      const member = memberOf(group, person);
      if (member === undefined) return [];
      const name = `${member.firstName} ${member.lastName}`;
      return [{ name, email: member.email, role: member.role, shows: person.shows, path: person.path }];
    }),
    password: DEMO_PASSWORD,
    intakeKey: DEMO_INTAKE_KEY,
    publishableKey: DEMO_PUBLISHABLE_KEY,
    dealerSite,
  };
}

/** The words on the terminal once the demo is ready. */
export function welcome(url: string, info: DemoInfo): string {
  const width = Math.max(...info.people.map(({ email }) => email.length));
  return [
    '',
    `Beback is ready at ${url} (${info.group}, ${info.stores} stores; people, numbers and addresses are invented)`,
    '',
    `  Sign in with the password ${info.password} as`,
    ...info.people.map(({ email, path, shows }) => `    ${email.padEnd(width)}  ${url}${path}  ${shows}`),
    '',
    `  A dealer's own site with our lead form   ${info.dealerSite}`,
    `  Post an ADF lead to ${url}/intake/adf     Authorization: Bearer ${info.intakeKey}`,
    `  GraphQL                                  ${url}/graphql`,
    '',
    '  Stop with Ctrl-C; the data stays.',
    '',
  ].join('\n');
}
