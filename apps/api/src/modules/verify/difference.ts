/** Something that is stored otherwise than the facts say. Ids and figures only: nothing personal. */
export interface Difference {
  readonly storeId: string;
  readonly table: 'opportunity' | 'touch' | 'proof' | 'lead_response' | 'member_day' | 'finding' | 'feed';
  /** Which row, by what tells it apart in its table. */
  readonly row: string;
  readonly column: string;
  readonly stored: string;
  readonly derived: string;
}

/** What is compared of a row: text by column. */
export type Compared = Readonly<Record<string, string>>;

/** Stands for a row that is not there. */
export const MISSING = '(no row)';

/**
 * Compares rows by their keys.
 *
 * @param ignorable - whether a row that only one side has is of no account
 */
export function differencesOf(
  about: Pick<Difference, 'storeId' | 'table'>,
  stored: ReadonlyMap<string, Compared>,
  derived: ReadonlyMap<string, Compared>,
  ignorable: (row: Compared) => boolean = () => false,
): readonly Difference[] {
  const keys = [...new Set([...stored.keys(), ...derived.keys()])].sort();
  return keys.flatMap((row): readonly Difference[] => {
    const [is, ought] = [stored.get(row), derived.get(row)];
    if (is === undefined || ought === undefined) {
      const only = is ?? ought ?? {};
      if (ignorable(only)) return [];
      const sides = is === undefined ? [MISSING, textOf(only)] : [textOf(only), MISSING];
      return [{ ...about, row, column: '*', stored: sides[0] ?? '', derived: sides[1] ?? '' }];
    }
    return Object.keys(ought)
      .filter((column) => is[column] !== ought[column])
      .map((column) => ({ ...about, row, column, stored: is[column] ?? '', derived: ought[column] ?? '' }));
  });
}

function textOf(row: Compared): string {
  return Object.entries(row)
    .map(([column, value]) => `${column}=${value}`)
    .join(' ');
}

/** JSON with its keys in order: jsonb keeps none. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
