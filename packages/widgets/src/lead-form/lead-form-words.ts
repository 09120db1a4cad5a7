/** What the form says while it is filled in, in one language. */
export interface LeadFormWords {
  readonly title: (store: string) => string;
  readonly titleOf: (vehicle: string) => string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly email: string;
  readonly reach: string;
  readonly prefer: string;
  readonly channels: Readonly<Record<'call' | 'text' | 'email', string>>;
  readonly comment: string;
  readonly send: string;
  readonly sending: string;
  readonly answerBy: (time: string) => string;
  readonly orCall: string;
  readonly trap: string;
  readonly notNow: string;
}
