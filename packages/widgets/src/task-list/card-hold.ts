import type { ControllerHost, Disposition, TaskView, WorkPlanResult } from '@beback/client';
import type { DayView, Pin } from './day-view.ts';
import type { KeptCard } from './kept-day.ts';

/** A card in hand, with what was begun on it. */
export type HeldCard = Omit<KeptCard, 'dayOf'>;

/** After a card was swapped by itself, a tap that was meant for the old one may still be on its way. */
const SETTLING_MILLISECONDS = 700;

/**
 * Keeps the card that a person looks at. It stays although something more urgent arrives (which is announced beside
 * it); when it was settled elsewhere and nobody had begun to answer, the next one takes its place, deaf to taps for a
 * moment. So no tap ever lands on a customer it was not meant for.
 */
export class CardHold {
  chosen: Disposition | undefined;
  note = '';
  /** The rare dispositions are in sight. */
  unfolded = false;
  /** The number was dialled, or a letter begun. */
  reached = false;
  /** The card has just been swapped by itself. */
  settling = false;

  readonly #host: ControllerHost;
  readonly #keep: (card: HeldCard | undefined) => void;
  #task: TaskView | undefined;
  #known: ReadonlySet<string> = new Set();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param keep - hears of the card when somebody has begun on it, and of none when it is put down */
  constructor(host: ControllerHost, keep: (card: HeldCard | undefined) => void) {
    this.#host = host;
    this.#keep = keep;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.settling = false;
  }

  get pin(): Pin | undefined {
    if (this.#task === undefined) return undefined;
    return { task: this.#task, engaged: this.reached || this.chosen !== undefined || this.note !== '' };
  }

  unfold(unfolded: boolean): void {
    this.unfolded = unfolded;
    this.#host.requestUpdate();
  }

  choose(disposition: Disposition): void {
    this.chosen = disposition;
    this.#changed();
  }

  write(note: string): void {
    this.note = note;
    this.#changed();
  }

  /** The person dials or writes: the disposition that comes next is this customer's. */
  reach(): void {
    this.reached = true;
    this.#changed();
  }

  /** The person is through with the card, or wants another one. */
  turnTo(task: TaskView | undefined, plan: WorkPlanResult['workPlan'] | undefined): void {
    this.chosen = undefined;
    this.note = '';
    this.reached = false;
    this.unfolded = false;
    this.#task = task;
    this.#known = new Set(plan?.tasks.map((known) => known.id));
    this.#changed();
  }

  /** Takes up the card that was in hand when the page was left; undefined: none was. */
  restore(card: HeldCard | undefined, plan: WorkPlanResult['workPlan']): void {
    this.turnTo(card?.task, plan);
    this.chosen = card?.chosen;
    this.note = card?.note ?? '';
    this.reached = card?.reached ?? false;
    this.#changed();
  }

  /** Takes hold of the card that is about to be shown. */
  hold(view: DayView, plan: WorkPlanResult['workPlan']): void {
    if (view.current?.id === this.#task?.id) return;
    const byItself = this.#task !== undefined;
    this.turnTo(view.current, plan);
    if (!byItself) return;
    this.settling = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.settling = false;
      this.#host.requestUpdate();
    }, SETTLING_MILLISECONDS);
  }

  /** A task that arrived while the card was held and is due before it. */
  newer(view: DayView): TaskView | undefined {
    const { current } = view;
    if (current === undefined) return undefined;
    const before = Date.parse(current.deadline);
    return view.next.find((task) => !this.#known.has(task.id) && Date.parse(task.deadline) < before);
  }

  #changed(): void {
    const { pin, chosen, note, reached } = this;
    this.#keep(pin?.engaged ? { task: pin.task, chosen, note, reached } : undefined);
    this.#host.requestUpdate();
  }
}
