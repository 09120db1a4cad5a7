import {
  type ControllerHost,
  type KeyInResultResult,
  type KeyInResultVariables,
  keyInResult,
  type Locale,
  MutationController,
  type MutationControllerOptions,
} from '@beback/client';
import { refusalOf } from '../staff/refusal.ts';
import { inputOf, type KeyedRow, keepRows, keptRows, mayPass } from './keyed-row.ts';

export interface KeyedRowsOptions {
  readonly client: NonNullable<MutationControllerOptions<unknown, unknown>['client']>;
  readonly locale: () => Locale;
}

/** The rows of a sitting, and what became of each: what the server does not have outlives a reload. */
export class KeyedRows {
  rows: readonly KeyedRow[] = [];

  readonly #host: ControllerHost;
  readonly #options: KeyedRowsOptions;
  readonly #saving: MutationController<KeyInResultResult, KeyInResultVariables>;
  /** Who types. */
  #memberId: string | undefined;

  constructor(host: ControllerHost, options: KeyedRowsOptions) {
    this.#host = host;
    this.#options = options;
    this.#saving = new MutationController(host, { operation: keyInResult, client: options.client });
  }

  /** Tasks that have their result by now, or in a moment. */
  get settled(): ReadonlySet<string> {
    return new Set(this.rows.filter(({ state }) => state === 'saved' || state === 'saving').map(({ task }) => task.id));
  }

  /** It is known who types: the rows that he or she handed in before and the server does not have are back. */
  open(memberId: string): void {
    if (memberId === this.#memberId) return;
    const before = this.#memberId === undefined ? this.rows : [];
    this.#memberId = memberId;
    this.#set([...keptRows(memberId), ...before]);
  }

  async save(row: KeyedRow): Promise<void> {
    this.#put({ ...row, state: 'saving' });
    const outcome = await this.#saving.run({ input: inputOf(row), locale: this.#options.locale() });
    if (!outcome.ok) {
      const { kind } = outcome.failure;
      this.#put({ ...row, state: mayPass(kind) ? 'waits' : 'refused', refusal: { fault: kind } });
      return;
    }
    const answer = outcome.data.keyInResult;
    if (answer.__typename === 'KeyInResultSuccess') this.#put({ ...row, state: 'saved', refusal: undefined });
    else if (answer.__typename === 'InputError')
      this.#put({ ...row, state: 'refused', refusal: { field: answer.field } });
    else this.#put({ ...row, state: 'refused', refusal: refusalOf(answer) });
  }

  /** The row goes back into the fields. Until another is handed in, a reload brings it back as it was. */
  drop({ key }: KeyedRow): void {
    this.rows = this.rows.filter((row) => row.key !== key);
    this.#host.requestUpdate();
  }

  #put(row: KeyedRow): void {
    const known = this.rows.some(({ key }) => key === row.key);
    this.#set(known ? this.rows.map((each) => (each.key === row.key ? row : each)) : [...this.rows, row]);
  }

  #set(rows: readonly KeyedRow[]): void {
    this.rows = rows;
    if (this.#memberId !== undefined) keepRows(this.#memberId, rows);
    this.#host.requestUpdate();
  }
}
