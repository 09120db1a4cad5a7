import type { Outcome } from '@beback/client';
import { html, nothing, render, type TemplateResult } from 'lit';
import { PLACES } from '../places.ts';
import { type SignedIn, signInAddress, signOut, whoIsSignedIn } from '../session.ts';
import { DemoClock } from './clock.ts';

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
 * @returns who is signed in, null for nobody; or why the server could not be asked
 */
export async function showBar({
  membersOnly = false,
  onTimeSet = () => {},
}: BarOptions = {}): Promise<Outcome<SignedIn | null>> {
  const bar = document.getElementById('bar');
  if (bar === null) throw new Error('showBar: the page has no element #bar');
  render(renderBar(undefined), bar);
  const who = await whoIsSignedIn();
  if (!who.ok) return who;
  if (who.data === null && membersOnly) location.replace(signInAddress(location));
  render(renderBar(who.data), bar);
  const place = bar.querySelector<HTMLElement>('.time');
  if (place !== null && who.data?.capabilities.includes('setClock')) {
    void new DemoClock(place, { zone: who.data.stores[0]?.zone, onSet: onTimeSet }).start();
  }
  return who;
}

/** @param who - null: nobody; undefined: not known (yet) */
function renderBar(who: SignedIn | null | undefined): TemplateResult {
  const places = who ? PLACES.filter((place) => place.seenBy(who)) : [];
  return html`
    <a class="brand" href="/">Beback</a>
    <nav aria-label="Pages">
      ${places.map(
        ({ path, name }) =>
          html`<a href=${path} aria-current=${location.pathname === path ? 'page' : nothing}>${name}</a>`,
      )}
    </nav>
    <div class="time"></div>
    <div class="who">${who === undefined ? nothing : renderWho(who)}</div>
  `;
}

function renderWho(person: SignedIn | null): TemplateResult {
  if (person === null) return html`<a href="/signin/">Sign in</a>`;
  const leave = async (): Promise<void> => {
    await signOut();
    location.assign('/');
  };
  return html`<span class="name">${person.member.name}</span>
    <button type="button" class="quiet" @click=${leave}>Sign out</button>`;
}
