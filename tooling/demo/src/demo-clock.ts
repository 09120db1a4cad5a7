import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Resources } from '@beback/api';
import { type Instant, instant } from '@beback/core';

/** A Friday afternoon in New York, noon in California: all stores are open. The history ends here. */
export const DEMO_BEGINS = instant(Date.parse('2026-11-20T20:30:00Z'));

const SAVE_EVERY_MS = 5_000;

/**
 * Keeps the demo's time over stops: it goes on where it stood, so that a demo opened again after weeks shows the day it
 * was left on and not a group that did nothing for weeks.
 *
 * @returns a function that saves the last time and stops.
 */
export async function resumeClock({ clock }: Resources, file: string): Promise<() => void> {
  await clock.set({ now: savedTime(file) ?? DEMO_BEGINS });
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
