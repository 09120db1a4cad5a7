import type { SignedIn } from './session.ts';

/** A page of the staff's. */
export interface Place {
  readonly path: string;
  readonly name: string;
  /** Whether the page has anything for that person. */
  seenBy(person: Pick<SignedIn, 'capabilities'>): boolean;
}

/** In the order of the bar; the first that somebody sees on signing in is another question: {@link homeOf}. */
export const PLACES: readonly Place[] = [
  { path: '/day/', name: 'Day', seenBy: ({ capabilities }) => capabilities.includes('ownDay') },
  {
    path: '/morning/',
    name: 'Morning',
    // Who answers for the whole group looks at the board; a store's days are its managers'.
    seenBy: ({ capabilities }) => capabilities.includes('manageDay') && !capabilities.includes('groupBoard'),
  },
  {
    path: '/board/',
    name: 'Board',
    seenBy: ({ capabilities }) => capabilities.includes('groupBoard') || capabilities.includes('storeBoard'),
  },
  { path: '/plan/', name: 'Plan', seenBy: () => true },
  { path: '/consent/', name: 'Consent', seenBy: ({ capabilities }) => capabilities.includes('ownDay') },
  { path: '/evidence/', name: 'Evidence', seenBy: ({ capabilities }) => capabilities.includes('storeBoard') },
  {
    path: '/paper/',
    name: 'Paper',
    seenBy: ({ capabilities }) => capabilities.includes('ownDay') || capabilities.includes('manageDay'),
  },
  { path: '/trial/', name: 'Trial', seenBy: ({ capabilities }) => capabilities.includes('storeBoard') },
  { path: '/leads/', name: 'Leads', seenBy: ({ capabilities }) => capabilities.includes('storeBoard') },
  { path: '/records/', name: 'Calls', seenBy: ({ capabilities }) => capabilities.includes('uploadCallRecords') },
  { path: '/outbox/', name: 'Outbox', seenBy: ({ capabilities }) => capabilities.includes('administer') },
];

/** Where somebody's work is. */
export function homeOf({ capabilities }: Pick<SignedIn, 'capabilities'>): string {
  if (capabilities.includes('groupBoard')) return '/board/';
  if (capabilities.includes('storeBoard')) return '/board/';
  return capabilities.includes('ownDay') ? '/day/' : '/';
}

/** A page of ours to go on to; nothing else, whatever an address asks for. */
export function safeNext(next: string | null, { origin }: Pick<Location, 'origin'>): string | undefined {
  const url = next === null ? null : URL.parse(next, origin);
  return url?.origin === origin ? url.pathname + url.search + url.hash : undefined;
}

/**
 * Where to go on after signing in: to where somebody came from, as far as there is anything for who signed in; else to
 * where the demo says that this person's work is, else to where it is by the role.
 *
 * @param person - undefined when the server could not be asked
 * @param home - the demo's word of a person who was chosen in a list
 */
export function placeAfterSignIn(
  person: Pick<SignedIn, 'capabilities'> | undefined,
  { next, home }: { readonly next: string | undefined; readonly home: string | undefined },
): string {
  const place = PLACES.find(({ path }) => next?.startsWith(path));
  const fits = person === undefined || place === undefined || place.seenBy(person);
  if (next !== undefined && fits) return next;
  return home ?? (person === undefined ? '/' : homeOf(person));
}
