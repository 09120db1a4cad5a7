import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Resources } from '@beback/api';
import { type Instant, instant } from '@beback/core';

/** A Friday afternoon in New York, noon in California: all stores are open. The history ends here. */
export const DEMO_BEGINS = instant(Date.parse('2026-11-20T20:30:00Z'));

const SAVE_EVERY_MS = 5_000;

/**
 * Sets the clock to where it stood when the demo was left, so that one opened again after weeks shows that day and not a
 * group that did nothing for weeks. Without a saved time the clock stays as it is: another process may run by it.
 */
export async function resumeClock({ clock }: Resources, file: string): Promise<void> {
  const saved = savedTime(file);
  if (saved !== undefined) await clock.set({ now: saved });
}

/**
 * Saves the demo's time every few seconds.
 *
 * @returns a function that saves it a last time and stops.
 */
export function saveClock({ clock }: Resources, file: string): () => void {
  const save = () => {
    writeFileSync(`${file}.new`, String(clock.now()));
    renameSync(`${file}.new`, file);
  };
  save();
  const timer = setInterval(save, SAVE_EVERY_MS).unref();
  return () => {
    clearInterval(timer);
    save();
  };
}

function savedTime(file: string): Instant | undefined {
  try {
    const saved = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(saved) && saved > 0 ? instant(saved) : undefined;
  } catch {
    return undefined;
  }
}
