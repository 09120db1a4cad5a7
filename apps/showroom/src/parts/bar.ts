import { html, nothing, render, type TemplateResult } from 'lit';
import { type SignedIn, signOut, whoIsSignedIn } from '../session.ts';

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
  { path: '/outbox/', name: 'Outbox', seenBy: ({ capabilities }) => capabilities.includes('administer') },
];

/**
 * The bar on top of every page: where one is, who is signed in, the way out. It has its height before it knows.
 *
 * @returns who is signed in
 */
export async function showBar(): Promise<SignedIn | undefined> {
  const bar = document.getElementById('bar');
  if (bar === null) throw new Error('showBar: the page has no element #bar');
  render(renderBar(undefined, false), bar);
  const person = await whoIsSignedIn();
  render(renderBar(person, true), bar);
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
