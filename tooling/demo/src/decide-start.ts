import type { DatabaseState } from './database-state.ts';
import { OptionsError } from './options.ts';

/** An embedded database holds a demo that nobody could sign in to yet: it may be thrown away. */
export class UnfinishedDemo extends Error {
  override readonly name = 'UnfinishedDemo';
}

export interface Start {
  /** Whether demo data are asked for. */
  readonly wanted: boolean;
  /** The embedded database's folder; undefined on PostgreSQL. */
  readonly folder: string | undefined;
}

/**
 * What to do with a database before anything in it is changed.
 *
 * @throws OptionsError where demo data and others would mix; UnfinishedDemo where an embedded one is to begin anew.
 *
 * @example
 * decideStart({ kind: 'empty' }, { wanted: true, folder: '.data/database' }); // 'fill'
 */
export function decideStart(state: DatabaseState, { wanted, folder }: Start): 'fill' | 'resume' | 'serve' {
  const database = folder === undefined ? 'The database of DATABASE_URL' : `The database in ${folder}`;
  switch (state.kind) {
    case 'empty':
      return wanted ? 'fill' : 'serve';
    case 'demo':
      if (wanted) return 'resume';
      throw new OptionsError(
        folder === undefined
          ? `${database} holds the demo: go on with it by --demo, or give another database.`
          : `${database} holds the demo: go on with it without --empty, or choose another folder with BEBACK_DATA_DIR.`,
      );
    case 'unfinishedDemo':
      if (folder !== undefined) throw new UnfinishedDemo();
      throw new OptionsError(`${database} holds a demo whose filling was cut off: drop it and make it anew.`);
    case 'other':
      if (!wanted) return 'serve';
      throw new OptionsError(
        folder === undefined
          ? `${database} holds data of its own, and the demo goes into an empty one: start without --demo, or give another database.`
          : `${database} holds data of its own, and the demo goes into an empty one: start with --empty, or choose another folder with BEBACK_DATA_DIR.`,
      );
  }
}
