import type { PlanVersion } from './plan-queries.ts';

/** What a version says otherwise than another text of it or another version. */
export type Change = NonNullable<PlanVersion['changes']>[number];
type Text = Pick<PlanVersion, 'sentences' | 'policies'>;

/** What a version's text says otherwise than the one that somebody had read, as both were shown. */
export function rewrittenSince(read: Text, now: Text): readonly Change[] {
  const [was, is] = [saidIn(read), saidIn(now)];
  const changed = [...is].flatMap(([path, after]): readonly Change[] => {
    const before = was.get(path);
    if (before === after) return [];
    return [{ path, kind: before === undefined ? 'added' : 'changed', before: before ?? null, after }];
  });
  const removed = [...was].flatMap(([path, before]): readonly Change[] =>
    is.has(path) ? [] : [{ path, kind: 'removed', before, after: null }],
  );
  return [...changed, ...removed];
}

function saidIn({ sentences, policies }: Text): ReadonlyMap<string, string> {
  return new Map([
    ...sentences.map(({ stepId, text }) => [`steps.${stepId}`, text] as const),
    ...policies.map(({ path, text }) => [path, text] as const),
  ]);
}
