import { type ControllerHost, failureIn, type QueryState, type ServerClock, type WorkPlanResult } from '@beback/client';
import { isOutlived, POLL_MILLISECONDS, tickMilliseconds } from './freshness.ts';

export interface DayWatchOptions {
  /** The page's clock. */
  readonly now: () => number;
  /** The server's clock, once it is known. */
  readonly clock: () => ServerClock | undefined;
  /** The time by the server's clock, in epoch milliseconds. */
  readonly serverNow: () => number;
  readonly state: () => QueryState<WorkPlanResult>;
  /** Whether changes arrive by themselves. */
  readonly isTold: () => boolean;
  readonly ask: () => void;
}

/** Minutes are counted anew; what time has made untrue is asked for, and what nobody tells of, now and then. */
export class DayWatch {
  readonly #host: ControllerHost;
  readonly #options: DayWatchOptions;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #connected = false;
  /** When the list was asked for last, by the page's clock. */
  #askedAt = 0;

  constructor(host: ControllerHost, options: DayWatchOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#tick();
  }

  hostDisconnected(): void {
    this.#connected = false;
    clearInterval(this.#ticking);
  }

  /** A list is here. */
  arrived(): void {
    this.#askedAt = this.#options.now();
    this.#tick();
  }

  #tick(): void {
    clearInterval(this.#ticking);
    if (this.#connected) this.#ticking = setInterval(() => this.#look(), tickMilliseconds(this.#options.clock()));
  }

  #look(): void {
    const { now, clock, serverNow, isTold, ask } = this.#options;
    this.#host.requestUpdate();
    const state = this.#options.state();
    const ready = state.status === 'ready';
    if (document.hidden || (!ready && failureIn(state) === undefined)) return;
    const outlived = ready && isOutlived(state.data.workPlan, clock()?.serverNow ?? 0, serverNow());
    const blind = !ready || !isTold();
    if (!outlived && (!blind || now() - this.#askedAt < POLL_MILLISECONDS)) return;
    this.#askedAt = now();
    ask();
  }
}
