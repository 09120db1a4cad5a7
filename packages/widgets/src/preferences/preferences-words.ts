import type { ChoiceChannel, FailureKind, Purpose } from '@beback/client/public';

/** What the page of choices says, in one language. */
export interface PreferencesWords {
  readonly title: (store: string) => string;
  readonly stopTitle: string;
  readonly stopText: (store: string) => string;
  readonly stop: string;
  readonly stopped: (store: string) => string;
  readonly choose: string;
  readonly chooseText: (store: string) => string;
  readonly channels: Readonly<Record<ChoiceChannel, string>>;
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly consent: (store: string) => string;
  readonly save: string;
  readonly saving: string;
  readonly saved: string;
  readonly unchanged: string;
  readonly loading: string;
  readonly gone: string;
  readonly goneText: string;
  readonly failed: string;
  readonly held: string;
  readonly tryAgain: string;
  readonly failures: Readonly<Record<FailureKind, string>>;
}
