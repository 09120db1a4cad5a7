import { html, nothing, render, type TemplateResult } from 'lit';
import { type SignedIn, signInAddress, signOut, whoIsSignedIn } from '../session.ts';
import { DemoClock } from './clock.ts';

interface Place {
  readonly path: string;
  readonly name: string;
  seenBy(person: SignedIn): boolean;
}

const PLACES: readonly Place[] = [
  { path: '/day/', name: 'Day', seenBy: ({ capabilities }) => capabilities.includes('ownDay') },
  {
    path: '/board/',
    name: 'Board',
    seenBy: ({ capabilities }) => capabilities.includes('groupBoard') || capabilities.includes('storeBoard'),
  },
  { path: '/leads/', name: 'Leads', seenBy: ({ capabilities }) => capabilities.includes('storeBoard') },
  { path: '/outbox/', name: 'Outbox', seenBy: ({ capabilities }) => capabilities.includes('administer') },
];

export interface BarOptions {
  /** The page shows nothing to strangers: they are sent to sign in, and come back. */
  readonly membersOnly?: boolean;
  /** The demo's clock was set from here: what the page shows may be old. */
  readonly onTimeSet?: () => void;
}

/**
 * The bar on top of every page: where one is, what time the demo has, who is signed in, the way out. It has its height
 * before it knows.
 *
 * @returns who is signed in
 */
export async function showBar({
  membersOnly = false,
  onTimeSet = () => {},
}: BarOptions = {}): Promise<SignedIn | undefined> {
  const bar = document.getElementById('bar');
  if (bar === null) throw new Error('showBar: the page has no element #bar');
  render(renderBar(undefined, false), bar);
  const who = await whoIsSignedIn();
  if (who === null && membersOnly) location.replace(signInAddress(location));
  const person = who ?? undefined;
  render(renderBar(person, true), bar);
  const place = bar.querySelector<HTMLElement>('.time');
  if (place !== null && person?.capabilities.includes('setClock')) {
    void new DemoClock(place, { zone: person.stores[0]?.zone, onSet: onTimeSet }).start();
  }
  return person;
}

function renderBar(person: SignedIn | undefined, known: boolean): TemplateResult {
  const places = person === undefined ? [] : PLACES.filter((place) => place.seenBy(person));
  return html`
    <a class="brand" href="/">Beback</a>
    <nav aria-label="Pages">
      ${places.map(
        ({ path, name }) =>
          html`<a href=${path} aria-current=${location.pathname === path ? 'page' : nothing}>${name}</a>`,
      )}
    </nav>
    <div class="time"></div>
    <div class="who">${known ? renderWho(person) : nothing}</div>
  `;
}

function renderWho(person: SignedIn | undefined): TemplateResult {
  if (person === undefined) return html`<a href="/signin/">Sign in</a>`;
  const leave = async (): Promise<void> => {
    await signOut();
    location.assign('/');
  };
  return html`<span class="name">${person.member.name}</span>
    <button type="button" class="quiet" @click=${leave}>Sign out</button>`;
}
