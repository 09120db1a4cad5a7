/** What a buyer has answered so far; it survives a reload and ends with the tab. */
export interface SurveyDraft {
  readonly answers: Readonly<Record<string, number>>;
  readonly comment: string;
}

export const NO_ANSWERS: SurveyDraft = { answers: {}, comment: '' };

const STORED = 'beback:survey';

export function readDraft(token: string): SurveyDraft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(STORED) ?? '{}') as { token?: string; draft?: SurveyDraft };
    return kept.token === token ? { ...NO_ANSWERS, ...kept.draft } : NO_ANSWERS;
  } catch {
    return NO_ANSWERS;
  }
}

export function writeDraft(token: string, draft: SurveyDraft | undefined): void {
  try {
    if (draft === undefined) sessionStorage.removeItem(STORED);
    else sessionStorage.setItem(STORED, JSON.stringify({ token, draft }));
  } catch {
    // Storage is forbidden or full: nothing is kept.
  }
}
