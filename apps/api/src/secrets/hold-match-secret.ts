import type { Gateway } from '../database/gateway.ts';
import { statement } from '../database/statement.ts';
import type { Secrets } from './secrets.ts';

/** The oldest secret given is not the one that this database's match keys hang on. */
export class MatchSecretChanged extends Error {
  override readonly name = 'MatchSecretChanged';
}

// Of two first starts at once, the one that comes second finds the other's.
const HOLD = statement(
  'hold match secret',
  'insert into match_secret (id, secret_id) values (1, $1) on conflict (id) do nothing',
);
const HELD = statement('held match secret', 'select secret_id as "secretId" from match_secret where id = 1');

/**
 * Notes at the first start which secret the match keys hang on, and holds every later start to it: by other keys each
 * customer would count as new and each call as not documented, without a word.
 *
 * @throws MatchSecretChanged saying what to give.
 */
export async function holdMatchSecret(
  { directory, engine }: Pick<Gateway, 'directory' | 'engine'>,
  { matchId }: Pick<Secrets, 'matchId'>,
): Promise<void> {
  await directory.sql(HOLD, [matchId]);
  const [held] = await directory.sql<{ readonly secretId: string }>(HELD, []);
  if (held?.secretId === matchId) return;
  const where = engine === 'pglite' ? ' (the file "secret" in the data folder, unless another was given)' : '';
  throw new MatchSecretChanged(
    `The secret that this database began with has the id ${held?.secretId}, the oldest one given has ${matchId}: by other keys no customer would be known again. Give the former one${where} as the last of BEBACK_FORMER_SECRETS.`,
  );
}
