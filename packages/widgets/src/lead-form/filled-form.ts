import type { PublicTarget } from '@beback/client/public';
import type { Speech } from '../base/locale.ts';
import type { Item } from './lead-submission.ts';
import type { FaultTexts, LeadValues, Settings } from './lead-values.ts';

/** The form as what comes afterwards sees it. */
export interface FilledForm {
  /** How it stands now. */
  now(): {
    readonly time: number;
    readonly target: PublicTarget;
    readonly speech: Speech;
    readonly settings: Settings | undefined;
    readonly values: LeadValues;
    readonly item: Item;
  };
  /** Asks once more for what the store says. */
  askSettings(): Promise<void>;
  /** How a promised time is written. */
  tellTime(at: string | null): string | undefined;
  /** Something has changed: show it, put the reader there, and these values into the form. */
  show(faults: FaultTexts, focus: string, values?: LeadValues): void;
  /** The lead has been accepted: what was filled in has done its duty. */
  clear(): void;
  tell(event: Event): void;
}
