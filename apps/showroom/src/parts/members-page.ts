import { html, type TemplateResult } from 'lit';
import type { SignedIn } from '../session.ts';
import { showBar } from './bar.ts';
import { renderFailure } from './failure.ts';
import { show } from './show.ts';

/**
 * Opens a page of the staff's: says what it waits for, shows the bar, sends strangers to sign in, and says when the
 * server cannot be asked.
 *
 * @returns who is signed in; undefined when there is nothing to go on with, and the page says so
 */
export async function openMembersPage(
  title: string,
  { onTimeSet }: { readonly onTimeSet?: () => void } = {},
): Promise<SignedIn | undefined> {
  show(renderFrame(title, html`<p role="status">Asking who you are …</p>`));
  const who = await showBar({ membersOnly: true, ...(onTimeSet && { onTimeSet }) });
  if (!who.ok)
    show(
      renderFrame(
        title,
        renderFailure(who.failure, () => location.reload()),
      ),
    );
  return who.ok ? (who.data ?? undefined) : undefined;
}

/** The column that such a page stands in, under its title. */
export function renderFrame(title: string, content: unknown): TemplateResult {
  return html`<div class="narrow">
    <h1>${title}</h1>
    ${content}
  </div>`;
}
