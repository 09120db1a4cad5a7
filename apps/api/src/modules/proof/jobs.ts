import type { DueWorkHandlers } from '../../jobs/due-work.ts';
import { countUncleared, UNCLEARED_STEP } from './recount-steps.ts';

/** What time alone does to claims: a step whose claim no record shows passes its deadline. */
export const proofWork: DueWorkHandlers = { [UNCLEARED_STEP]: countUncleared };
