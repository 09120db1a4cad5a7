import {
  type Disposition,
  failureIn,
  type KeyInResultResult,
  type KeyInResultVariables,
  keyInResult,
  MutationController,
  newKey,
  paperTasks,
  QueryController,
  storeToday,
  viewer,
} from '@beback/client';
import { DISPOSITIONS } from '@beback/core';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineOnce } from '../base/define-once.ts';
import { refusalOf } from '../staff/refusal.ts';
import { StaffElement } from '../staff/staff-element.ts';
import { renderFailed, renderLoading, renderSignedOut } from '../staff/staff-states.ts';
import { renderEntry } from './entry-form.ts';
import { keyInStyles } from './key-in.styles.ts';
import { KEY_IN_TEXTS } from './key-in.texts.ts';
import { inputOf, type KeyedRow, keepRows, keptRows, mayPass, type RowValues, TYPED_FIELDS } from './keyed-row.ts';
import { readRow, tasksOfCode } from './read-row.ts';
import { renderRows } from './row-list.ts';

/**
 * Keying in what stands on day sheets: code, outcome, Enter, row by row, by the keyboard alone. Each row is saved by
 * itself; what is refused says why and keeps all that was typed.
 *
 * @summary Day sheets, keyed in.
 * @status experimental
 * @tag beback-key-in
 * @attr {string} api - The server's address without the path; or set `client`.
 * @attr {string} store-id - Of whose people the sheets are, for who runs a store's days; without it: the only store of who types.
 * @attr {string} sign-in-href - Where to sign in once the session has ended.
 * @attr {string} locale - en, es or fr.
 * @attr {string} theme - light, dark or auto.
 * @fires {SignInNeededEvent} beback-sign-in-needed - Nobody is signed in any more.
 */
export class KeyIn extends StaffElement {
  static override styles = keyInStyles;
  static override properties: PropertyDeclarations = {
    storeId: { attribute: 'store-id' },
    memberId: { state: true },
    day: { state: true },
    code: { state: true },
    outcome: { state: true },
    fault: { state: true },
    rows: { state: true },
  };

  declare storeId: string | undefined;
  declare protected memberId: string | undefined;
  declare protected day: string | undefined;
  declare protected code: string;
  declare protected outcome: Disposition | undefined;
  declare protected fault: { readonly field: string; readonly text: string } | undefined;
  declare protected rows: readonly KeyedRow[];

  readonly #viewer = new QueryController(this, {
    operation: viewer,
    variables: () => ({}),
    client: () => this.ownClient,
    onData: ({ viewer: who }) => {
      if (who !== null && this.rows.length === 0) this.rows = keptRows(who.member.id);
    },
  });
  readonly #people = new QueryController(this, {
    operation: storeToday,
    variables: () => {
      const { capabilities = [], stores = [] } = this.#viewer.data?.viewer ?? {};
      const storeId = this.storeId ?? (stores.length === 1 ? stores[0]?.id : undefined);
      return storeId !== undefined && capabilities.includes('manageDay')
        ? { storeId, locale: this.language }
        : undefined;
    },
    client: () => this.ownClient,
  });
  readonly #tasks = new QueryController(this, {
    operation: paperTasks,
    variables: () => ({
      locale: this.language,
      ...(this.memberId !== undefined && { memberId: this.memberId }),
      ...(this.day !== undefined && { day: this.day }),
    }),
    client: () => this.ownClient,
  });
  readonly #saving: MutationController<KeyInResultResult, KeyInResultVariables> = new MutationController(this, {
    operation: keyInResult,
    client: () => this.ownClient,
  });

  constructor() {
    super();
    this.code = '';
    this.rows = [];
  }

  /** Asks the server for the sheet again. */
  refresh(): void {
    this.#viewer.refetch();
    this.#tasks.refetch();
  }

  protected override updated(): void {
    const failure = failureIn(this.#viewer.state) ?? failureIn(this.#tasks.state);
    this.tellSignedOut(failure);
    this.#bringBack();
  }

  protected override render(): TemplateResult {
    const texts = this.words(KEY_IN_TEXTS);
    const failure = failureIn(this.#tasks.state) ?? failureIn(this.#viewer.state);
    if (failure?.kind === 'signedOut') {
      return html`<section class="root">${renderSignedOut(texts.signedOut, texts, this.signInHref)} ${this.#renderRows()}</section>`;
    }
    return html`<section class="root" aria-labelledby="title">
      <h1 id="title">${texts.title}</h1>
      <p class="muted">${texts.how}</p>
      <form class="card" novalidate autocomplete="off" @submit=${this.#handIn}>
        ${this.#renderSheet()}
        ${failure === undefined ? nothing : renderFailed(texts.failure[failure.kind], texts, () => this.refresh())}
        ${this.#tasks.data === undefined ? nothing : this.#renderEntry()}
        ${this.#tasks.data === undefined && failure === undefined ? renderLoading(texts.loading) : nothing}
      </form>
      ${this.#renderRows()}
    </section>`;
  }

  /** Whose sheet, and of which day. */
  #renderSheet(): TemplateResult {
    const texts = this.words(KEY_IN_TEXTS);
    const members = (this.#people.data?.storeToday.people ?? []).flatMap(({ member }) => member ?? []);
    const own = this.#viewer.data?.viewer?.member;
    const others = members.filter(({ id }) => id !== own?.id).toSorted((a, b) => a.name.localeCompare(b.name));
    const { today, day = today } = this.#tasks.data?.paperTasks ?? {};
    const faulty = this.fault?.field === 'day';
    return html`<div class="fields">
      ${
        others.length === 0
          ? nothing
          : html`<div class="field">
            <label for="whose">${texts.whose}</label>
            <select id="whose" @change=${this.#chooseMember}>
              <option value="">${texts.mine}</option>
              ${others.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.memberId}>${name}</option>`)}
            </select>
          </div>`
      }
      <div class="field">
        <label for="day">${texts.day}</label>
        <input
          id="day"
          name="day"
          type="date"
          max=${today ?? nothing}
          .value=${this.day ?? day ?? ''}
          aria-invalid=${faulty ? 'true' : 'false'}
          @change=${this.#chooseDay}
        />
        ${faulty ? html`<p class="fault" role="alert">${this.fault?.text}</p>` : nothing}
      </div>
    </div>`;
  }

  #renderEntry(): TemplateResult {
    const texts = this.words(KEY_IN_TEXTS);
    const entry = {
      matches: tasksOfCode(this.code, this.#sheet),
      outcome: this.outcome,
      fault: this.fault,
      typedCode: (code: string) => {
        this.code = code;
      },
      choseOutcome: (outcome: string) => {
        this.outcome = DISPOSITIONS.find((each) => each === outcome);
      },
    };
    const settled = this.#settled;
    const open = this.#sheet.filter(({ id, state }) => state !== 'done' && !settled.has(id)).length;
    return html`${renderEntry(entry, texts)}
      <p class="muted">${texts.open(open)}</p>`;
  }

  #renderRows(): TemplateResult {
    const acts = {
      correct: (row: KeyedRow) => this.#correct(row),
      tryAgain: (row: KeyedRow) => void this.#save({ ...row, state: 'saving' }),
    };
    return renderRows(this.rows, acts, this.words(KEY_IN_TEXTS), this.speech.tag);
  }

  get #sheet() {
    return this.#tasks.data?.paperTasks.tasks ?? [];
  }

  get #settled(): ReadonlySet<string> {
    return new Set(this.rows.filter(({ state }) => state === 'saved' || state === 'saving').map(({ task }) => task.id));
  }

  readonly #chooseMember = (event: Event): void => {
    this.memberId = (event.target as HTMLSelectElement).value || undefined;
    this.fault = undefined;
  };

  readonly #chooseDay = (event: Event): void => {
    // A date that is being typed has no value yet.
    const { value } = event.target as HTMLInputElement;
    if (value !== '') this.day = value;
    this.fault = undefined;
  };

  readonly #handIn = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const read = readRow(new FormData(form), this.#sheet, this.#settled, this.words(KEY_IN_TEXTS));
    if (!read.ok) {
      this.fault = { field: read.field, text: read.fault };
      form.querySelector<HTMLElement>(`#${read.field}`)?.focus();
      return;
    }
    const { task, values } = read;
    const { id, channel, customerName } = task;
    void this.#save({
      key: newKey(),
      memberId: this.memberId,
      task: { id, channel, customerName },
      values,
      state: 'saving',
    });
    this.#clear();
  };

  /** The day stays: a sheet is of one. */
  #clear(): void {
    for (const field of TYPED_FIELDS) this.#write(field, '');
    this.code = '';
    this.outcome = undefined;
    this.fault = undefined;
    this.renderRoot.querySelector<HTMLElement>('#code')?.focus();
  }

  #write(field: (typeof TYPED_FIELDS)[number], value: string): void {
    const input = this.renderRoot.querySelector<HTMLInputElement>(`#${field}`);
    if (input !== null) input.value = value;
  }

  async #save(row: KeyedRow): Promise<void> {
    this.#put(row);
    const outcome = await this.#saving.run({ input: inputOf(row), locale: this.language });
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

  #put(row: KeyedRow): void {
    const known = this.rows.some(({ key }) => key === row.key);
    this.rows = known ? this.rows.map((each) => (each.key === row.key ? row : each)) : [...this.rows, row];
    const { id } = this.#viewer.data?.viewer?.member ?? {};
    if (id !== undefined) keepRows(id, this.rows);
  }

  /** What is to be brought back into the fields once they are there: another sheet is asked for first. */
  #returning: RowValues | undefined;

  /** Brings a row back into the fields, as it was typed. */
  #correct({ key, memberId, values }: KeyedRow): void {
    this.rows = this.rows.filter((row) => row.key !== key);
    this.memberId = memberId;
    this.day = values.day;
    this.code = values.code;
    this.outcome = values.disposition;
    this.#returning = values;
    this.requestUpdate();
  }

  #bringBack(): void {
    const values = this.#returning;
    const code = this.renderRoot.querySelector<HTMLElement>('#code');
    if (values === undefined || code === null) return;
    this.#returning = undefined;
    for (const field of TYPED_FIELDS) this.#write(field, values[field]);
    code.focus();
  }
}

defineOnce('beback-key-in', KeyIn);

declare global {
  interface HTMLElementTagNameMap {
    'beback-key-in': KeyIn;
  }
}
