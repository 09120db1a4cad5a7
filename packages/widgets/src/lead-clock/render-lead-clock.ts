import { html, nothing, type TemplateResult } from 'lit';
import { span, type TimeStyle, timeNear } from '../format/time.ts';
import { type IconName, icon } from '../icons/icons.ts';
import type { LeadClockWords } from './lead-clock-words.ts';
import { type ClockReading, type LeadClock, readLeadClock, stopwatch } from './read-lead-clock.ts';

/** How a clock is written. */
export interface ClockTelling {
  readonly words: LeadClockWords;
  readonly style: TimeStyle;
  /** Epoch milliseconds of the server's clock. */
  readonly now: number;
  /** The reader wishes for little motion: minutes, no seconds. */
  readonly calm: boolean;
}

const SHAPES = { call: 'wait', late: 'alarm', handOver: 'alarm', manager: 'alarm' } as const satisfies Record<
  NonNullable<LeadClock['step']>,
  IconName
>;

/** Whether a clock tells how urgent a task is better than the task's own deadline: it is late, handed on, or pauses. */
export function clockSaysMore(clock: LeadClock | null | undefined, now: number): boolean {
  if (clock == null || clock.state !== 'running') return false;
  const { step, pausedBy } = readLeadClock(clock, now);
  return step !== 'call' || pausedBy !== null;
}

/** A running clock: how far it has come in word and shape, then the time by the wall and the open time in it. */
export function renderLeadClock(
  clock: LeadClock | null | undefined,
  telling: ClockTelling,
): TemplateResult | typeof nothing {
  if (clock == null || clock.state !== 'running') return nothing;
  const at = readLeadClock(clock, telling.now);
  const { shape, words } = standing(at, telling);
  const time = (milliseconds: number): string =>
    telling.calm ? span(milliseconds, telling.style.tag) : stopwatch(milliseconds);
  return html`<p class="lead-clock ${shape}">
    <span class="clock-step">${icon(shape)} ${words}</span>
    <span class="clock-times" role="timer">
      <span>${telling.words.wall} <span class="digits">${time(at.wallMilliseconds)}</span></span>
      <span class="muted">${telling.words.open} <span class="digits">${time(at.openMilliseconds)}</span></span>
    </span>
  </p>`;
}

function standing(at: ClockReading, { words, style, now }: ClockTelling): { shape: IconName; words: string } {
  const until = at.pausedUntil === undefined ? undefined : timeNear(at.pausedUntil, now, style);
  const step = at.step ?? 'call';
  // A manager has it already: what pauses now keeps nothing more from happening.
  if (at.pausedBy === null || step === 'manager') return { shape: SHAPES[step], words: words.steps[step] };
  if (until === undefined) return { shape: 'law', words: words.notCounting };
  return at.pausedBy === 'law'
    ? { shape: 'law', words: words.pausedByLaw(until) }
    : { shape: 'none', words: words.storeClosed(until) };
}
