import type { Engine } from './link.ts';
import { rowsOf } from './sql-runner.ts';

/** The database does not hold up the walls: the server does not start on it. */
export class UnfitDatabase extends Error {
  override readonly name = 'UnfitDatabase';
}

const OLDEST_VERSION = 150_000;

interface Facts {
  readonly version: number;
  readonly encoding: string;
  readonly role: string;
  readonly unbound: boolean;
}

const FACTS = `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding,
  current_user::text as role, rolsuper or rolbypassrls as unbound from pg_roles where rolname = current_user`;

/**
 * Looks at what row-level security hangs on: that the application really speaks as a role bound by it.
 *
 * @throws UnfitDatabase saying what to change.
 */
export async function checkWalls(engine: Engine): Promise<void> {
  const link = await engine.take({ role: 'app', groupId: '' });
  try {
    const [facts] = rowsOf<Facts>(await link.query({ text: FACTS, values: [] }));
    if (facts === undefined || facts.role !== 'beback_app') {
      throw new UnfitDatabase(`The application speaks as ${facts?.role ?? 'nobody'}, expected the role beback_app`);
    }
    if (facts.unbound) {
      throw new UnfitDatabase(
        'The role beback_app is a superuser or bypasses row security: alter role beback_app nosuperuser nobypassrls',
      );
    }
    if (facts.version < OLDEST_VERSION) {
      throw new UnfitDatabase(`PostgreSQL ${facts.version} is too old: 15 or later is needed`);
    }
    if (facts.encoding !== 'UTF8')
      throw new UnfitDatabase(`The database's encoding is ${facts.encoding}, expected UTF8`);
  } finally {
    await link.release();
  }
}
