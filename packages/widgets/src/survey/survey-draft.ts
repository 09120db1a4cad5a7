import { readStored, writeStored } from '../base/store-room.ts';

/** What a buyer has answered so far; it survives a reload and ends with the tab. What was handed in is kept apart. */
export interface SurveyDraft {
  readonly answers: Readonly<Record<string, number>>;
  readonly comment: string;
}

export const NO_ANSWERS: SurveyDraft = { answers: {}, comment: '' };

const STORED = 'beback:survey';

export function readDraft(token: string): SurveyDraft {
  const kept = readStored<{ readonly token: string; readonly draft: SurveyDraft }>(() => sessionStorage, STORED);
  return kept?.token === token ? { ...NO_ANSWERS, ...kept.draft } : NO_ANSWERS;
}

export function writeDraft(token: string, draft: SurveyDraft | undefined): void {
  writeStored(() => sessionStorage, STORED, draft && { token, draft });
}
