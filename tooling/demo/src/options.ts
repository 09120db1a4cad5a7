/** What `npm start` was asked for. */
export interface DemoOptions {
  /** No demo data: the first administrator is walked through set-up. */
  readonly empty: boolean;
  /** Fill a PostgreSQL too: only an empty one is. */
  readonly demo: boolean;
  readonly stores: number;
}

const USAGE = `npm start [-- options]
  --empty      no demo data; prints how the first administrator begins
  --demo       fill the database of DATABASE_URL, if it is empty
  --stores N   a demo group of 1 to 88 stores (88)`;

/** Whether demo data are asked for: an embedded database gets them unless told otherwise, a PostgreSQL by --demo alone. */
export function wantsDemo({ empty, demo }: DemoOptions, { databaseUrl }: { readonly databaseUrl: string | undefined }) {
  return !empty && (databaseUrl === undefined || demo);
}

/** The command line cannot be followed; the message says what is allowed. */
export class OptionsError extends Error {
  override readonly name = 'OptionsError';
}

/**
 * Reads the command line.
 *
 * @throws OptionsError naming the argument and what is allowed.
 */
export function readOptions(args: readonly string[]): DemoOptions {
  let options: DemoOptions = { empty: false, demo: false, stores: 88 };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === '--empty') options = { ...options, empty: true };
    else if (arg === '--demo') options = { ...options, demo: true };
    else if (arg === '--stores') options = { ...options, stores: readStores(args[++i]) };
    else throw new OptionsError(`Unknown argument ${JSON.stringify(arg)}.\n${USAGE}`);
  }
  if (options.empty && options.demo) throw new OptionsError(`--empty and --demo exclude each other.\n${USAGE}`);
  return options;
}

function readStores(text: string | undefined): number {
  const stores = Number(text);
  if (!Number.isInteger(stores) || stores < 1 || stores > 88) {
    throw new OptionsError(`--stores takes a number from 1 to 88, got ${JSON.stringify(text ?? 'nothing')}.\n${USAGE}`);
  }
  return stores;
}
