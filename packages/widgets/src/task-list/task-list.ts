import {
  type Disposition,
  dayChanged,
  failureIn,
  QueryController,
  readClock,
  type ServerClock,
  SubscriptionController,
  serverTime,
  type TaskView,
  type WorkPlanResult,
  workPlan,
} from '@beback/client';
import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { afterPaint } from '../base/after-paint.ts';
import { defineOnce } from '../base/define-once.ts';
import { ActivityLoggedEvent } from '../events/activity-logged-event.ts';
import { dayInWords, timeNear } from '../format/time.ts';
import { icon } from '../icons/icons.ts';
import { LEAD_CLOCK_TEXTS } from '../lead-clock/lead-clock.texts.ts';
import { SecondTick } from '../lead-clock/second-tick.ts';
import { StaffElement } from '../staff/staff-element.ts';
import { renderFailed, renderLoading, renderSignedOut } from '../staff/staff-states.ts';
import { ActivityLog } from './activity-log.ts';
import { type Agreed, Agreement } from './agreement.ts';
import { CardHold } from './card-hold.ts';
import { renderEmpty, renderHead, renderNewer, renderOverload, troubleIn } from './day-states.ts';
import { type DayView, viewDay } from './day-view.ts';
import { DayWatch } from './day-watch.ts';
import { KeptDay } from './kept-day.ts';
import { showHeading } from './show-heading.ts';
import { type CardState, nameOf, renderCard, type Telling } from './task-card.ts';
import { taskListStyles } from './task-list.styles.ts';
import { TASK_LIST_TEXTS } from './task-list.texts.ts';
import type { TaskListTexts } from './task-list-words.ts';
import { renderEntries, renderNext } from './task-rows.ts';
import { tellingOf } from './task-telling.ts';
import { WhyNot } from './why-not.ts';

/**
 * A person's day: one next card, how it ended in two taps, done and left, what comes next.
 *
 * @summary The salesperson's day.
 * @status experimental
 * @tag beback-task-list
 * @attr {string} api - The server's address without the path; or set `client`.
 * @attr {string} member-id - Whose day; without it the signed-in person's own.
 * @attr {string} ledger-href - The page that holds `<beback-ledger>`, for the way to what a customer allows; without it: none.
 * @attr {string} sign-in-href - Where to sign in once the session has ended.
 * @attr {string} locale - en, es or fr.
 * @attr {string} theme - light, dark or auto.
 * @fires {ActivityLoggedEvent} beback-activity-logged - The server has taken a logged activity.
 * @fires {SignInNeededEvent} beback-sign-in-needed - Nobody is signed in any more.
 */
export class TaskList extends StaffElement {
  static override styles = taskListStyles;
  static override properties: PropertyDeclarations = {
    memberId: { attribute: 'member-id' },
    ledgerHref: { attribute: 'ledger-href' },
    saying: { state: true },
  };

  /** Whose day; without it the signed-in person's own. */
  declare memberId: string | undefined;
  declare ledgerHref: string | undefined;
  declare protected saying: string;

  #clock: ServerClock | undefined;
  #view: DayView | undefined;
  /** The rows as they were before something was logged, until the next card is painted. */
  #nextBefore: readonly TaskView[] | undefined;
  #streamEnded = false;
  /** Whose day is shown. */
  #dayOf = '';
  readonly #kept = new KeptDay(this);

  readonly #plan = new QueryController(this, {
    operation: workPlan,
    variables: () => ({ ...this.#whose(), locale: this.language }),
    client: () => this.ownClient,
    onData: (data) => {
      this.#clock = readClock(data.clock, this.now());
      this.#watch.arrived();
      this.#open(data);
      this.#why.refresh();
    },
  });
  readonly #changes = new SubscriptionController(this, {
    operation: dayChanged,
    variables: () => this.#whose(),
    client: () => this.ownClient,
    onEvent: () => this.#plan.refetch(),
    onOpen: () => this.#plan.refetch(),
  });
  readonly #watch = new DayWatch(this, {
    now: () => this.now(),
    clock: () => this.#clock,
    serverNow: () => this.#serverNow,
    state: () => this.#plan.state,
    isTold: () => this.#changes.state.status === 'ready',
    ask: () => this.#plan.refetch(),
  });
  readonly #log = new ActivityLog(this, {
    client: () => this.ownClient,
    language: () => this.language,
    kept: this.#kept,
    onTaken: (entry, { activity }) => {
      this.#plan.refetch();
      const { id: activityId, disposition } = activity;
      this.dispatchEvent(new ActivityLoggedEvent({ activityId, taskId: entry.task.id, disposition }));
    },
    onTrouble: () => {
      this.saying = '';
    },
  });
  readonly #why = new WhyNot(this, {
    client: () => this.ownClient,
    language: () => this.language,
    whose: () => this.#whose(),
  });
  readonly #seconds = new SecondTick(this, () => this.#view?.current?.firstResponse?.state === 'running');
  readonly #hold = new CardHold(this, (card) => this.#kept.keepCard(this.#dayOf, card));

  readonly #agreement = new Agreement(this, { client: () => this.ownClient, language: () => this.language });

  constructor() {
    super();
    this.saying = '';
  }

  /** Asks the server for the day again. */
  refresh(): void {
    this.#plan.refetch();
  }

  protected override willUpdate(): void {
    const ended = this.#changes.state.status === 'failed';
    // The list says why: most times a session is over.
    if (ended && !this.#streamEnded) this.#plan.refetch();
    this.#streamEnded = ended;
    const plan = this.#plan.data?.workPlan;
    this.#view = plan && viewDay(plan, this.#log.entries, this.#hold.pin);
    if (plan !== undefined && this.#view !== undefined) this.#hold.hold(this.#view, plan);
    this.#agreement.turnTo(this.#view?.current);
  }

  protected override updated(): void {
    const failure = failureIn(this.#plan.state);
    this.tellSignedOut(this.#log.signedOut ? { kind: 'signedOut', message: '' } : failure);
  }

  protected override render(): TemplateResult {
    const texts = this.words(TASK_LIST_TEXTS);
    return html`<section class="root" aria-labelledby="title">${this.#renderState(texts)}</section>`;
  }

  #renderState(texts: TaskListTexts): TemplateResult {
    const { state } = this.#plan;
    const failure = failureIn(state);
    const title = html`<h2 id="title">${texts.title}</h2>`;
    if (failure?.kind === 'signedOut') {
      return html`${title} ${renderSignedOut(texts.signedOut, texts, this.signInHref)} ${this.#renderEntries(texts)}`;
    }
    if (state.status === 'failed') {
      const what = `${texts.failed} ${texts.failure[state.failure.kind]}`;
      return html`${title} ${renderFailed(what, texts, () => this.refresh())}`;
    }
    if (state.status === 'idle' || state.status === 'loading' || this.#view === undefined) {
      return html`${title} ${renderLoading(texts.loading)}`;
    }
    const telling = this.#telling(texts);
    const view = this.#view;
    const { workPlan: plan } = state.data;
    const trouble = troubleIn(failure, this.#changes.state.status, texts);
    const asOf = texts.asOf(timeNear(Date.parse(plan.asOf), telling.now, { tag: telling.tag, zone: plan.zone }));
    return html`
      ${renderHead(texts, view, dayInWords(plan.day, telling.tag))}
      <p class="line">
        <span class="muted">${asOf}.</span>
        <span role="status">${trouble === '' ? nothing : html`${icon('cut')} ${trouble}`} ${this.saying}</span>
      </p>
      ${renderOverload(texts, plan.overload)} ${this.#renderEntries(texts)}
      ${view.current === undefined ? renderEmpty(texts, view.done) : renderCard(this.#card(view.current, view, telling), telling)}
      ${renderNewer(this.#hold.newer(view), telling, (task) => this.#turnTo(task))}
      <div class="beside">
        ${renderNext(this.#nextBefore ?? view.next, telling, this.#take)}
        ${this.#why.render(telling, { memberId: plan.member.id, day: plan.day })}
      </div>
    `;
  }

  #renderEntries(texts: TaskListTexts): TemplateResult {
    return renderEntries(this.#log.entries, texts, {
      signInHref: this.signInHref,
      retry: (entry) => void this.#log.retry(entry),
      drop: (entry) => this.#log.drop(entry),
    });
  }

  /** Takes up what was kept of the day once it is known whose it is and who asks. */
  #open({ viewer, workPlan: plan }: WorkPlanResult): void {
    const other = viewer !== null && this.#kept.open(viewer.member.id);
    if (other) this.#log.recall();
    if (other || this.#dayOf !== plan.member.id) {
      this.#dayOf = plan.member.id;
      this.#hold.restore(this.#kept.cardOf(this.#dayOf), plan);
    }
    this.#log.settle(plan);
  }

  #card(task: TaskView, view: DayView, telling: Telling): CardState {
    const hold = this.#hold;
    return {
      task,
      chosen: hold.chosen,
      note: hold.note,
      unfolded: hold.unfolded,
      settling: hold.settling,
      settledElsewhere: view.settledElsewhere,
      standing: this.#agreement.renderStanding(task, telling, () => this.#confirm(task)),
      appointment: this.#agreement.renderAppointment(hold.chosen, telling),
      promise: this.#agreement.renderPromise(telling),
      reach: () => hold.reach(),
      unfold: (unfolded) => hold.unfold(unfolded),
      choose: (disposition) => this.#choose(disposition),
      write: (note) => hold.write(note),
      log: () => this.#logNow(task),
      goOn: () => this.#turnTo(undefined),
    };
  }

  #choose(disposition: Disposition): void {
    if (this.saying === this.words(TASK_LIST_TEXTS).chooseFirst) this.saying = '';
    this.#hold.choose(disposition);
  }

  #logNow(task: TaskView): void {
    const texts = this.words(TASK_LIST_TEXTS);
    const { chosen } = this.#hold;
    this.saying = chosen === undefined ? texts.chooseFirst : this.#agreement.lacks(chosen);
    if (chosen === undefined || this.saying !== '') return;
    const saying = texts.logged(texts.dispositions[chosen], nameOf(task, texts));
    this.#send(task, chosen, saying, this.#agreement.agreed(chosen));
  }

  /** One tap: somebody spoke with the customer, and the appointment stands. */
  #confirm(task: TaskView): void {
    const saying = this.#agreement.saidConfirmed(nameOf(task, this.words(TASK_LIST_TEXTS)));
    this.#send(task, 'spoke', saying, { ...this.#agreement.agreed('spoke'), confirmed: true });
  }

  #send(task: TaskView, disposition: Disposition, saying: string, agreed: Agreed | undefined): void {
    this.saying = saying;
    // The next card is what somebody waits for; the rows below it follow once it is there.
    this.#nextBefore = this.#view?.next;
    afterPaint(() => {
      this.#nextBefore = undefined;
      this.requestUpdate();
    });
    this.#log.add(task, disposition, this.#hold.note.trim(), this.#serverNow, agreed);
    this.#turnTo(undefined);
  }

  /** The person asked for another card. */
  #turnTo(task: TaskView | undefined): void {
    this.#hold.turnTo(task, this.#plan.data?.workPlan);
    afterPaint(() => showHeading(this.renderRoot));
  }

  /** The same for all rows and renderings: who holds on to it needs no other. */
  readonly #take = (task: TaskView): void => this.#turnTo(task);

  #telling(texts: TaskListTexts): Telling {
    const words = this.words(LEAD_CLOCK_TEXTS);
    const { ledgerHref, speech } = this;
    return tellingOf({ texts, words, tag: speech.tag, now: this.#serverNow, calm: this.#seconds.calm, ledgerHref });
  }

  get #serverNow(): number {
    return this.#clock === undefined ? this.now() : serverTime(this.#clock, this.now());
  }

  #whose(): { readonly memberId?: string } {
    return this.memberId === undefined ? {} : { memberId: this.memberId };
  }
}

defineOnce('beback-task-list', TaskList);

declare global {
  interface HTMLElementTagNameMap {
    'beback-task-list': TaskList;
  }
}
