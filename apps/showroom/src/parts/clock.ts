import { clock, readClock, type ServerClock, serverTime, setClock } from '@beback/client';
import { html, nothing, render, type TemplateResult } from 'lit';
import { client } from '../session.ts';
import { nextMorning } from '../wall-time.ts';

const HOUR = 3_600_000;
const RATES = [
  { rate: 1, name: 'Real time' },
  { rate: 60, name: 'A minute a second' },
] as const;
const JUMPS: readonly { readonly name: string; readonly to: (now: number, zone: string) => number }[] = [
  { name: 'An hour later', to: (now) => now + HOUR },
  { name: 'Next day, 9:00', to: nextMorning },
  { name: 'In two days, 9:00', to: (now, zone) => nextMorning(nextMorning(now, zone), zone) },
];

export interface DemoClockOptions {
  /** By whose wall clock the time is told; undefined: the browser's. */
  readonly zone: string | undefined;
  /** The clock was set: what the page shows may be old. */
  readonly onSet: () => void;
}

/**
 * The demo's clock, for who may set it: what time it is for everything in the domain, how fast it goes by, and the ways
 * to a later hour.
 */
export class DemoClock {
  readonly #place: HTMLElement;
  readonly #zone: string;
  readonly #onSet: () => void;
  #reading: ServerClock | undefined;
  #said = '';

  constructor(place: HTMLElement, { zone, onSet }: DemoClockOptions) {
    this.#place = place;
    this.#zone = zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
    this.#onSet = onSet;
  }

  /** Reads the clock and shows it from then on; nothing is shown of one that cannot be read. */
  async start(): Promise<void> {
    const read = await client.query(clock, {});
    if (!read.ok) return;
    this.#take(read.data.clock);
    setInterval(() => this.#update(), 1000);
  }

  #take(told: { readonly now: string; readonly rate: number }): void {
    this.#reading = readClock(told, Date.now());
    this.#update();
  }

  async #set(input: { readonly now?: string; readonly rate?: number }): Promise<void> {
    const outcome = await client.mutate(setClock, { input });
    const answer = outcome.ok ? outcome.data.setClock : undefined;
    if (answer === undefined || !('now' in answer)) {
      this.#said = 'The clock could not be set.';
      this.#update();
      return;
    }
    this.#said = input.now === undefined ? '' : 'Time has gone by; what became due is being done.';
    this.#take(answer);
    this.#onSet();
  }

  #update(): void {
    const reading = this.#reading;
    render(reading === undefined ? nothing : this.#render(reading), this.#place);
  }

  #render(reading: ServerClock): TemplateResult {
    const now = serverTime(reading, Date.now());
    const whole = this.#write(now, { dateStyle: 'full', timeStyle: 'short' });
    return html`<details class="clock" @keydown=${closeOnEscape}>
      <summary>
        <span class="unseen">The demo’s clock:</span>
        ${this.#write(now, { weekday: 'short', hour: 'numeric', minute: '2-digit' })}
      </summary>
      <div class="card sheet">
        <h2>The demo’s clock</h2>
        <p>${whole} <span class="muted small">in ${townOf(this.#zone)}</span></p>
        <div class="tools" role="group" aria-label="How fast it goes">
          ${RATES.map(
            ({ rate, name }) => html`<button
              type="button"
              aria-pressed=${rate === reading.rate ? 'true' : 'false'}
              @click=${() => void this.#set({ rate })}
            >
              ${name}
            </button>`,
          )}
        </div>
        <div class="tools" role="group" aria-label="Let time go by">
          ${JUMPS.map(
            ({ name, to }) => html`<button
              type="button"
              @click=${() => void this.#set({ now: new Date(to(now, this.#zone)).toISOString() })}
            >
              ${name}
            </button>`,
          )}
        </div>
        <p class="small muted" role="status">${this.#said}</p>
      </div>
    </details>`;
  }

  #write(at: number, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(undefined, { timeZone: this.#zone, ...options }).format(at);
  }
}

function closeOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape') return;
  const details = event.currentTarget as HTMLDetailsElement;
  details.open = false;
  details.querySelector('summary')?.focus();
}

/** `America/New_York` as `New York`. */
function townOf(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}
