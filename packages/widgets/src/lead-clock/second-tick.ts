import type { ControllerHost } from '@beback/client';

const SECOND = 1_000;
const CALM_SECONDS = 15;

/** Draws its host again each second while a clock runs there; four times a minute for who wishes for little motion. */
export class SecondTick {
  readonly #host: ControllerHost;
  readonly #runs: () => boolean;
  readonly #calm = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)');
  #timer: ReturnType<typeof setInterval> | undefined;
  #seconds = 0;

  /** @param runs - whether a running clock is shown */
  constructor(host: ControllerHost, runs: () => boolean) {
    this.#host = host;
    this.#runs = runs;
    host.addController(this);
  }

  /** The reader wishes for little motion. */
  get calm(): boolean {
    return this.#calm?.matches ?? false;
  }

  hostConnected(): void {
    this.#timer = setInterval(() => {
      this.#seconds += 1;
      if (document.hidden || !this.#runs()) return;
      if (!this.calm || this.#seconds % CALM_SECONDS === 0) this.#host.requestUpdate();
    }, SECOND);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
