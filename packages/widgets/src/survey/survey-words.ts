/** What the survey says while it is answered, in one language. */
export interface SurveyWords {
  readonly title: (store: string) => string;
  readonly with: (salesperson: string) => string;
  readonly outOf: (value: number, most: number) => string;
  readonly send: string;
  readonly sending: string;
  readonly loading: string;
  readonly tryAgain: string;
  readonly notNow: string;
}
