import type { BoardTelling } from '../board/board-telling.ts';
import type { Going } from './going.ts';
import type { MorningWords } from './morning-words.ts';

/** How the morning is written, and what can be done from it. */
export interface MorningTelling {
  readonly texts: MorningWords;
  readonly tag: string;
  /** The store's day, `YYYY-MM-DD`. */
  readonly day: string;
  /** Marks people away and back; undefined for whoever only looks. */
  readonly going: Going | undefined;
  /** For the findings, which the boards tell in the same words. */
  readonly board: BoardTelling;
}
