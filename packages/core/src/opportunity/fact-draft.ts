import type { Fact } from '../spine/fact.ts';

/** A fact that a decision asks for. Who records it adds the id, the store and when it was learned of. */
export type FactDraft<F extends Fact = Fact> = F extends Fact ? Pick<F, 'kind' | 'at' | 'data'> : never;
