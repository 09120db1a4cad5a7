import type { SubmitLeadInput } from '@beback/client/public';
import { KeptList } from '../base/kept-list.ts';
import { storedName } from './stored-name.ts';

/** How long a lead that could not be sent waits. Later it would surprise the visitor more than serve. */
const KEPT_FOR_MILLISECONDS = 24 * 60 * 60 * 1000;

/** A submission that was held back. Its key makes it arrive once, however often and from however many tabs it is sent. */
export interface KeptLead {
  readonly input: SubmitLeadInput;
  readonly at: number;
}

/** What waits to be sent to the store of a publishable key. */
export function keptLeads(key: string | undefined): KeptList<KeptLead> {
  return new KeptList(storedName(key), KEPT_FOR_MILLISECONDS, ({ input }) => input.key);
}
