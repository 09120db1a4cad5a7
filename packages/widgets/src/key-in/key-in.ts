import { type Disposition, failureIn, newKey, paperTasks, QueryController, storeToday, viewer } from '@beback/client';
import { DISPOSITIONS } from '@beback/core';
import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { defineOnce } from '../base/define-once.ts';
import { StaffElement } from '../staff/staff-element.ts';
import { renderFailed, renderLoading, renderSignedOut } from '../staff/staff-states.ts';
import { renderEntry } from './entry-form.ts';
import { keyInStyles } from './key-in.styles.ts';
import { KEY_IN_TEXTS } from './key-in.texts.ts';
import { type KeyedRow, TYPED_FIELDS } from './keyed-row.ts';
import { KeyedRows } from './keyed-rows.ts';
import { readRow, tasksOfCode } from './read-row.ts';
import { renderRows } from './row-list.ts';
import { renderSheetForm, sheetOwners } from './sheet-form.ts';

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
  };

  declare storeId: string | undefined;
  declare protected memberId: string | undefined;
  declare protected day: string | undefined;
  declare protected code: string;
  declare protected outcome: Disposition | undefined;
  declare protected fault: { readonly field: string; readonly text: string } | undefined;

  /** A sheet has been here, or a row was brought back: from then on what is typed stays, whatever is fetched. */
  #begun = false;

  readonly #viewer = new QueryController(this, {
    operation: viewer,
    variables: () => ({}),
    client: () => this.ownClient,
    onData: ({ viewer: who }) => {
      if (who !== null) this.#keyed.open(who.member.id);
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
  readonly #keyed = new KeyedRows(this, { client: () => this.ownClient, locale: () => this.language });

  constructor() {
    super();
    this.code = '';
  }

  /** Asks the server for the sheet again. */
  refresh(): void {
    this.#viewer.refetch();
    this.#tasks.refetch();
  }

  protected override willUpdate(changed: PropertyValues): void {
    // Another store has other people.
    if (changed.get('storeId') !== undefined) this.memberId = undefined;
    if (this.#tasks.data !== undefined) this.#begun = true;
  }

  protected override updated(): void {
    this.tellSignedOut(failureIn(this.#viewer.state) ?? failureIn(this.#tasks.state));
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
        ${this.#begun ? this.#renderEntry(failure !== undefined) : failure === undefined ? renderLoading(texts.loading) : nothing}
      </form>
      ${this.#renderRows()}
    </section>`;
  }

  #renderSheet(): TemplateResult {
    const people = (this.#people.data?.storeToday.people ?? []).flatMap(({ member }) => member ?? []);
    const { today, day = today, member } = this.#tasks.data?.paperTasks ?? {};
    const { memberId, fault } = this;
    const chosen =
      memberId === undefined ? undefined : { id: memberId, name: member?.id === memberId ? member.name : '…' };
    return renderSheetForm(
      {
        others: sheetOwners(people, this.#viewer.data?.viewer?.member.id, chosen),
        memberId,
        day: this.day ?? day ?? '',
        today,
        fault: fault?.field === 'day' ? fault.text : undefined,
        choseMember: (id) => {
          this.memberId = id;
          this.fault = undefined;
        },
        choseDay: (chosenDay) => {
          // A date that is being typed has no value yet.
          if (chosenDay !== '') this.day = chosenDay;
          this.fault = undefined;
        },
      },
      this.words(KEY_IN_TEXTS),
    );
  }

  /** @param failed - the sheet did not come: what is typed waits for it */
  #renderEntry(failed: boolean): TemplateResult {
    const texts = this.words(KEY_IN_TEXTS);
    const sheet = this.#tasks.data?.paperTasks.tasks;
    const entry = {
      matches: tasksOfCode(this.code, sheet ?? []),
      awaited: sheet === undefined && !failed,
      mayHandIn: sheet !== undefined,
      outcome: this.outcome,
      fault: this.fault,
      typedCode: (code: string) => {
        this.code = code;
      },
      choseOutcome: (outcome: string) => {
        this.outcome = DISPOSITIONS.find((each) => each === outcome);
      },
    };
    const { settled } = this.#keyed;
    const open = sheet?.filter(({ id, state }) => state !== 'done' && !settled.has(id)).length;
    return html`${renderEntry(entry, texts)} ${open === undefined ? nothing : html`<p class="muted">${texts.open(open)}</p>`}`;
  }

  #renderRows(): TemplateResult {
    const acts = {
      correct: (row: KeyedRow) => void this.#correct(row),
      tryAgain: (row: KeyedRow) => void this.#keyed.save(row),
    };
    return renderRows(this.#keyed.rows, acts, this.words(KEY_IN_TEXTS), this.speech.tag);
  }

  readonly #handIn = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const sheet = this.#tasks.data?.paperTasks.tasks;
    // What is typed waits for the sheet that it is of.
    if (sheet === undefined) return;
    const read = readRow(new FormData(form), sheet, this.#keyed.settled, this.words(KEY_IN_TEXTS));
    if (!read.ok) {
      this.fault = { field: read.field, text: read.fault };
      void this.#lead(read.field);
      return;
    }
    const { id, channel, customerName } = read.task;
    const task = { id, channel, customerName };
    void this.#keyed.save({ key: newKey(), memberId: this.memberId, task, values: read.values, state: 'saving' });
    this.#clear();
  };

  /** The day stays: a sheet is of one. */
  #clear(): void {
    for (const field of TYPED_FIELDS) this.#write(field, '');
    this.code = '';
    this.outcome = undefined;
    this.fault = undefined;
    this.#field('code')?.focus();
  }

  /** Brings a row back into the fields, as it was typed; its sheet comes meanwhile. */
  async #correct(row: KeyedRow): Promise<void> {
    const { memberId, values } = row;
    // What is begun is written down nowhere else: it is handed in or emptied first.
    const begun = TYPED_FIELDS.find((field) => this.#field(field)?.value);
    if (begun !== undefined) {
      this.fault = { field: begun, text: this.words(KEY_IN_TEXTS).faults.begun };
      return this.#lead(begun);
    }
    this.#keyed.drop(row);
    this.#begun = true;
    this.memberId = memberId;
    this.day = values.day;
    this.code = values.code;
    this.outcome = values.disposition;
    this.fault = undefined;
    await this.updateComplete;
    for (const field of TYPED_FIELDS) this.#write(field, values[field]);
    await this.#lead(values.againDay === '' ? 'code' : 'againDay');
    this.#field('code')?.focus();
  }

  /** Leads to a field that may stand behind a fold, or be there in a moment. */
  async #lead(name: string): Promise<void> {
    await this.updateComplete;
    const field = this.#field(name);
    const fold = field?.closest('details');
    if (fold) fold.open = true;
    field?.focus();
  }

  #write(name: (typeof TYPED_FIELDS)[number], value: string): void {
    const field = this.#field(name);
    if (field !== null) field.value = value;
  }

  #field(name: string): HTMLInputElement | null {
    return this.renderRoot.querySelector(`#${name}`);
  }
}

defineOnce('beback-key-in', KeyIn);

declare global {
  interface HTMLElementTagNameMap {
    'beback-key-in': KeyIn;
  }
}
