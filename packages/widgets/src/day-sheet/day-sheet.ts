import { daySheet, failureIn, QueryController } from '@beback/client';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { defineOnce } from '../base/define-once.ts';
import { dayInWords, timeOfDay } from '../format/time.ts';
import { beginPrinting, endPrinting, type Paper } from '../paper/paper-size.ts';
import { StaffElement } from '../staff/staff-element.ts';
import { renderFailed, renderLoading, renderSignedOut } from '../staff/staff-states.ts';
import { daySheetStyles } from './day-sheet.styles.ts';
import { DAY_SHEET_TEXTS } from './day-sheet.texts.ts';
import { type PrintedDay, renderSheetRow, type SheetTelling } from './sheet-rows.ts';

/**
 * A person's day to be printed and lived with a pen: A4 or Letter, black on white, no row cut. Each task has a short code
 * to key its result in by. The page that holds it hides what else is on it when it prints.
 *
 * @summary A person's day on paper.
 * @status experimental
 * @tag beback-day-sheet
 * @attr {string} api - The server's address without the path; or set `client`.
 * @attr {string} member-id - Whose day; without it: of who is signed in.
 * @attr {string} day - Which day, `YYYY-MM-DD`; without it: today.
 * @attr {string} paper - a4 (without it) or letter: what the whole page is printed on.
 * @attr {boolean} empty - Set by the element: there is no sheet with tasks (yet), and nothing is printed.
 * @attr {string} sign-in-href - Where to sign in once the session has ended.
 * @attr {string} locale - en, es or fr.
 * @attr {string} theme - light, dark or auto.
 * @fires {SignInNeededEvent} beback-sign-in-needed - Nobody is signed in any more.
 */
export class DaySheet extends StaffElement {
  static override styles = daySheetStyles;
  static override properties: PropertyDeclarations = {
    memberId: { attribute: 'member-id' },
    day: {},
    paper: { reflect: true },
    empty: { type: Boolean, reflect: true },
  };

  declare memberId: string | undefined;
  declare day: string | undefined;
  declare paper: Paper | undefined;
  declare empty: boolean;

  readonly #sheet = new QueryController(this, {
    operation: daySheet,
    variables: () => ({
      locale: this.language,
      ...(this.memberId && { memberId: this.memberId }),
      ...(this.day && { day: this.day }),
    }),
    client: () => this.ownClient,
  });

  constructor() {
    super();
    this.empty = true;
  }

  /** Asks the server again. */
  refresh(): void {
    this.#sheet.refetch();
  }

  /** What is shown is the sheet, or why it did not come: nothing is waited for any more. */
  get settled(): boolean {
    return this.#sheet.state.status === 'ready' || this.failed;
  }

  /** The sheet did not come when it was asked for last; one from before is still shown. */
  get failed(): boolean {
    return failureIn(this.#sheet.state) !== undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#beginPrinting);
    addEventListener('afterprint', endPrinting);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#beginPrinting);
    removeEventListener('afterprint', endPrinting);
  }

  protected override willUpdate(): void {
    const { tasks = [] } = this.#sheet.data?.workPlan ?? {};
    this.empty = tasks.length === 0 || failureIn(this.#sheet.state)?.kind === 'signedOut';
  }

  protected override updated(): void {
    this.tellSignedOut(failureIn(this.#sheet.state));
  }

  protected override render(): TemplateResult {
    return html`<section class="root" aria-labelledby="title">${this.#renderState()}</section>`;
  }

  readonly #beginPrinting = (): void => beginPrinting(this.paper === 'letter' ? 'letter' : 'a4');

  #renderState(): TemplateResult {
    const texts = this.words(DAY_SHEET_TEXTS);
    const failure = failureIn(this.#sheet.state);
    if (failure?.kind === 'signedOut')
      return renderSignedOut(html`<span id="title">${texts.signedOut}</span>`, texts, this.signInHref);
    const day = this.#sheet.data?.workPlan;
    if (day === undefined && failure === undefined)
      return renderLoading(html`<span id="title">${texts.loading}</span>`);
    const trouble = failure && renderFailed(texts.failure[failure.kind], texts, () => this.refresh());
    if (day === undefined) return html`<h2 id="title">${texts.failed}</h2> ${trouble}`;
    return html`${trouble === undefined ? nothing : html`<div class="screen"><p>${texts.failed}.</p>${trouble}</div>`}
      ${this.#renderDay(day)}`;
  }

  #renderDay(day: PrintedDay): TemplateResult {
    const texts = this.words(DAY_SHEET_TEXTS);
    const { tag } = this.speech;
    const asOf = Date.parse(day.asOf);
    const telling: SheetTelling = { texts, tag, asOf };
    const date = dayInWords(day.day, tag);
    const { name } = day.member;
    if (day.tasks.length === 0) return html`<h2 id="title">${name}</h2><p>${texts.empty(name)}</p>`;
    return html`<div class="head">
        <h2 id="title">${name}, ${date}</h2>
        <p>${texts.tasks(day.tasks.length)}, ${texts.asOf(timeOfDay(asOf, { tag, zone: day.zone }))}</p>
      </div>
      <p>${texts.how}</p>
      ${day.overload.map(({ text }) => html`<p>${text}</p>`)}
      <table aria-labelledby="title">
        <thead>
          <tr>
            <th class="code" scope="col">${texts.code}</th>
            <th class="who" scope="col">${texts.customer}</th>
            <th scope="col">${texts.why}</th>
            <th class="came" scope="col">${texts.done}</th>
            <th class="free" scope="col">${texts.note}</th>
          </tr>
        </thead>
        <tbody>
          ${day.tasks.map((task) => renderSheetRow(task, telling))}
        </tbody>
      </table>
      <p class="foot small">${texts.keep}</p>`;
  }
}

defineOnce('beback-day-sheet', DaySheet);

declare global {
  interface HTMLElementTagNameMap {
    'beback-day-sheet': DaySheet;
  }
}
