import type { TaskView } from '@beback/client';

/** How a task stands to its window at a moment. */
export type Urgency =
  | { readonly kind: 'later'; readonly from: number }
  | { readonly kind: 'due'; readonly deadline: number; readonly leftMilliseconds: number }
  | { readonly kind: 'late'; readonly deadline: number; readonly lateMilliseconds: number };

export function urgencyOf(task: Pick<TaskView, 'from' | 'deadline'>, now: number): Urgency {
  const from = Date.parse(task.from);
  const deadline = Date.parse(task.deadline);
  if (now < from) return { kind: 'later', from };
  if (now <= deadline) return { kind: 'due', deadline, leftMilliseconds: deadline - now };
  return { kind: 'late', deadline, lateMilliseconds: now - deadline };
}

/** Whether the law lets it be made at a moment, and until or from when. */
export type Lawfulness =
  | { readonly kind: 'allowed'; readonly until: number }
  | { readonly kind: 'notNow'; readonly next: number | undefined };

/** `lawfulUntil` is the server's verdict when the list was made: once it has passed, the answer is no. */
export function lawfulnessOf(task: Pick<TaskView, 'lawfulUntil' | 'nextLawful'>, now: number): Lawfulness {
  const until = task.lawfulUntil === null ? undefined : Date.parse(task.lawfulUntil);
  if (until !== undefined && now < until) return { kind: 'allowed', until };
  const next = task.nextLawful === null ? undefined : Date.parse(task.nextLawful);
  return { kind: 'notNow', next: next !== undefined && next > now ? next : undefined };
}
