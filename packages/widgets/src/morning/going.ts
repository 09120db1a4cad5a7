import {
  type AbsencePreviewResult,
  type AbsenceReason,
  type AbsenceView,
  absencePreview,
  type BebackClient,
  type ControllerHost,
  type EndAbsenceResult,
  type EndAbsenceVariables,
  endAbsence,
  type Failure,
  type Locale,
  type MarkAbsentResult,
  type MarkAbsentVariables,
  MutationController,
  markAbsent,
  newKey,
  QueryController,
  type QueryState,
} from '@beback/client';
import { type Refusal, refusalOf } from '../staff/refusal.ts';

/** Somebody whose day is shown. */
export interface Somebody {
  readonly id: string;
  readonly name: string;
}

/** What was done last, to be said to who did it. */
export interface Told {
  readonly kind: 'away' | 'back';
  readonly name: string;
  readonly moved: number;
}

export interface GoingOptions {
  readonly client: () => BebackClient | undefined;
  readonly language: () => Locale;
  /** The server has it: the people's days are others now. */
  readonly onChanged: () => void;
  readonly onFailed: (failure: Failure) => void;
}

/** Who goes and who comes back: asks what would move, then says so, each wish under one key however often it is tried. */
export class Going {
  readonly #host: ControllerHost;
  readonly #options: GoingOptions;
  readonly #preview: QueryController<AbsencePreviewResult, { readonly memberId: string; readonly locale: Locale }>;
  readonly #marking: MutationController<MarkAbsentResult, MarkAbsentVariables>;
  readonly #ending: MutationController<EndAbsenceResult, EndAbsenceVariables>;
  #chosen: (Somebody & { readonly key: string }) | undefined;
  readonly #keysOfEnds = new Map<string, string>();
  #busy = false;
  #refusal: { readonly of: string; readonly why: Refusal } | undefined;
  #told: Told | undefined;

  constructor(host: ControllerHost, options: GoingOptions) {
    const { client, language } = options;
    this.#host = host;
    this.#options = options;
    this.#preview = new QueryController(host, {
      operation: absencePreview,
      variables: () => this.#chosen && { memberId: this.#chosen.id, locale: language() },
      client,
    });
    this.#marking = new MutationController(host, { operation: markAbsent, client });
    this.#ending = new MutationController(host, { operation: endAbsence, client });
  }

  /** Who is about to be marked away. */
  get chosen(): Somebody | undefined {
    return this.#chosen;
  }

  get preview(): QueryState<AbsencePreviewResult> {
    return this.#preview.state;
  }

  get busy(): boolean {
    return this.#busy;
  }

  get told(): Told | undefined {
    return this.#told;
  }

  refusalOf({ id }: Somebody): Refusal | undefined {
    return this.#refusal?.of === id ? this.#refusal.why : undefined;
  }

  /** Asks what would move. */
  choose(person: Somebody | undefined): void {
    this.#chosen = person && { ...person, key: newKey() };
    this.#refusal = undefined;
    this.#told = undefined;
    this.#host.requestUpdate();
  }

  askAgain(): void {
    this.#preview.refetch();
  }

  /** @param until - the last day; empty: until somebody says that the person is back */
  async mark(until: string, why: AbsenceReason | undefined): Promise<void> {
    const person = this.#chosen;
    if (person === undefined || this.#busy) return;
    const { key, id: memberId } = person;
    const input = { key, memberId, until: until === '' ? null : until, why: why ?? null };
    await this.#run(person, 'away', async () => {
      const outcome = await this.#marking.run({ input, locale: this.#options.language() });
      return outcome.ok ? { ok: true, data: outcome.data.markAbsent } : outcome;
    });
  }

  async end(person: Somebody, { id: absenceId }: Pick<AbsenceView, 'id'>): Promise<void> {
    if (this.#busy) return;
    const key = this.#keysOfEnds.get(absenceId) ?? newKey();
    this.#keysOfEnds.set(absenceId, key);
    await this.#run(person, 'back', async () => {
      const outcome = await this.#ending.run({ input: { key, absenceId }, locale: this.#options.language() });
      return outcome.ok ? { ok: true, data: outcome.data.endAbsence } : outcome;
    });
  }

  async #run(person: Somebody, kind: Told['kind'], say: () => Promise<Said>): Promise<void> {
    this.#busy = true;
    this.#refusal = undefined;
    this.#told = undefined;
    this.#host.requestUpdate();
    const outcome = await say();
    this.#busy = false;
    if (!outcome.ok) {
      this.#refusal = { of: person.id, why: { fault: outcome.failure.kind } };
      this.#options.onFailed(outcome.failure);
    } else if (outcome.data.__typename === 'AbsenceChangeSuccess') {
      this.#told = { kind, name: person.name, moved: outcome.data.moved };
      this.#chosen = undefined;
      this.#options.onChanged();
    } else {
      this.#refusal = { of: person.id, why: refusalOf(outcome.data) };
    }
    this.#host.requestUpdate();
  }
}

type Said =
  | { readonly ok: true; readonly data: MarkAbsentResult['markAbsent'] | EndAbsenceResult['endAbsence'] }
  | { readonly ok: false; readonly failure: Failure };
