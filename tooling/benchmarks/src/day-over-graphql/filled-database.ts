import { hashPassword, readEnvironment, startProgram } from '@beback/api';
import { DEMO_PASSWORD } from '@beback/demo/demo-access';
import { DEMO_BEGINS } from '@beback/demo/demo-clock';
import { fillDemo } from '@beback/demo/fill-demo';
import { startPostgres } from '@beback/testing/postgres';
import pg from 'pg';

/** A PostgreSQL of its own that holds the demo's group, and who has the fullest list among those who can sign in. */
export interface FilledDatabase {
  /** Variables of the environment for a program that serves it. */
  readonly variables: Readonly<Record<string, string>>;
  readonly email: string;
  readonly memberId: string;
  readonly password: string;
  readonly stop: () => Promise<void>;
}

/** Busy stores: the salesperson who signs in has a list of some 45 tasks, as the rules would give on a full day. */
const WISH = { seed: 'demo', stores: 2, days: 14, leadsADay: 20 } as const;

const FULLEST = `
  select u.email, g.member_id as "memberId"
    from users u
    join user_group g on g.user_id = u.id
    join touch t on t.group_id = g.group_id and t.member_id = g.member_id
   where t.state = 'due' and t.placement in ('listed', 'handedOver')
   group by u.email, g.member_id
   order by count(*) desc
   limit 1`;

export async function filledDatabase(): Promise<FilledDatabase> {
  const server = await startPostgres();
  const variables = {
    DATABASE_URL: server.url,
    BEBACK_SECRET: 'a secret of the benchmark: long enough',
    BEBACK_CLOCK: 'settable',
    BEBACK_ROLE: 'api',
    PORT: '0',
  };
  const program = await startProgram(readEnvironment({ ...variables, BEBACK_LOG_LEVEL: 'silent' }), {
    prepare: async ({ gateway, seal, matchKeys: keys, clock }) => {
      const wish = { ...WISH, until: DEMO_BEGINS, origins: [], passwordHash: await hashPassword(DEMO_PASSWORD) };
      await clock.set({ now: DEMO_BEGINS });
      await fillDemo(wish, { gateway, seal, keys, progress: () => {} });
      await gateway.measureTables();
      await clock.set({ now: DEMO_BEGINS });
    },
  });
  await program.stop();
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query<{ email: string; memberId: string }>(FULLEST);
  await client.end();
  const [fullest] = rows;
  if (fullest === undefined) throw new Error('filledDatabase: nobody who can sign in has a list');
  return { variables, ...fullest, password: DEMO_PASSWORD, stop: server.stop };
}
