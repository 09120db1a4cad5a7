import type { Channel, ConsentChannel, ConsentPurpose, SaidBy } from '@beback/client';
import type { StaffWords } from '../staff/staff-words.ts';

/** What the consent ledger says, in one language. */
export interface LedgerWords extends StaffWords {
  readonly title: string;
  readonly loading: string;
  readonly failed: string;
  readonly find: string;
  readonly findHint: string;
  readonly look: string;
  readonly looking: string;
  readonly nobodyFound: string;

  readonly now: string;
  readonly nowHint: (store: string, at: string) => string;
  readonly channelTitles: Readonly<Record<Channel, string>>;
  readonly otherChannels: string;
  readonly purposes: Readonly<Record<ConsentPurpose, string>>;
  readonly allowed: string;
  readonly allowedUntil: (when: string) => string;
  readonly notNow: (when: string) => string;
  readonly stopped: string;
  readonly needsWriting: string;
  readonly noGround: string;
  readonly forbidden: string;
  readonly noPlan: string;
  readonly why: string;
  readonly rule: (rule: string, since: string, table: string) => string;
  readonly restsOn: string;
  readonly grounds: Readonly<Record<string, string>>;
  readonly of: (what: string, when: string) => string;

  readonly heard: string;
  readonly offTheList: string;
  readonly offTheListWords: string;
  readonly asked: string;
  readonly askedWords: string;
  readonly stopTitle: string;
  readonly askTitle: string;
  readonly scope: string;
  readonly scopeOffers: string;
  readonly scopeAll: string;
  readonly scopeChosen: string;
  readonly channel: string;
  readonly purpose: string;
  readonly inWriting: string;
  readonly how: string;
  readonly saidBy: Readonly<Record<SaidBy, string>>;
  readonly theirWords: string;
  readonly note: string;
  readonly noting: string;
  readonly cancel: string;
  readonly noted: Readonly<Record<'revoked' | 'given', string>>;

  readonly acts: string;
  readonly noActs: string;
  readonly revoked: (scope: string) => string;
  readonly given: (scope: string) => string;
  readonly everyChannel: Readonly<Record<ConsentChannel, string>>;
  readonly scopeOf: (channel: string, purpose: string) => string;
  /** Ways that the server names; a way of {@link saidBy} is no part of it. */
  readonly ways: Readonly<Record<string, string>>;
  readonly by: (name: string) => string;
  readonly byThemselves: string;
  readonly narrow: string;
  readonly written: string;
  readonly wording: (version: string) => string;
  readonly nameNotKept: string;
  readonly page: string;

  readonly refused: string;
  readonly noneRefused: string;
}
