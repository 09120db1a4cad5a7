import type { AwayEventKind } from '@beback/client';
import type { StaffWords } from '../staff/staff-words.ts';

/** The words of what happened while somebody was away, in one language. */
export interface WhileAwayWords extends StaffWords {
  readonly title: string;
  readonly span: (from: string, to: string) => string;
  readonly nothing: string;
  readonly more: string;
  readonly rest: (count: number) => string;
  readonly by: (name: string) => string;
  readonly kinds: Readonly<Record<Exclude<AwayEventKind, 'activity'>, string>>;
  readonly looked: string;
  readonly saying: string;
}
