import { type Failure, setUp, setUpOpen } from '@beback/client';
import { html } from 'lit';
import { showBar } from '../parts/bar.ts';
import { failureWords, maySendAgain, renderFailure } from '../parts/failure.ts';
import { renderFrame } from '../parts/members-page.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import { readSetUp, renderSetUpForm, setUpLabels } from '../parts/set-up-form.ts';
import { show } from '../parts/show.ts';
import { client, signIn } from '../session.ts';

/** The server printed it behind the #: no browser sends it, no log keeps it. */
const token = decodeURIComponent(location.hash.slice(1));
const TITLE = 'Set up your group';
let fault: string | undefined;
let busy = false;

show(renderFrame(TITLE, html`<p role="status">Asking the server …</p>`));
void showBar();
const open = await client.query(setUpOpen, {});
if (!open.ok)
  show(
    renderFrame(
      TITLE,
      renderFailure(open.failure, () => location.reload()),
    ),
  );
else if (open.data.setUpOpen) update();
else showClosed();

function update(): void {
  const form = renderSetUpForm({ busy, fault, submit });
  show(
    renderFrame(
      TITLE,
      html`<p class="lead">The first store and the first administrator. Everything else can be added later.</p>
        ${form}`,
    ),
  );
}

function showClosed(): void {
  const title = 'This server is set up already';
  show(renderFrame(title, html`<p><a class="button main" href="/signin/">Sign in</a></p>`));
}

function submit(event: SubmitEvent): void {
  event.preventDefault();
  if (!busy) void send(readSetUp(new FormData(event.currentTarget as HTMLFormElement)));
}

async function send(input: ReturnType<typeof readSetUp>): Promise<void> {
  busy = true;
  fault = undefined;
  update();
  const outcome = await client.mutate(setUp, { input: { token, ...input }, locale: 'en' });
  const answer = outcome.ok ? outcome.data.setUp : undefined;
  if (answer?.__typename === 'SetUpSuccess') return enter(input.administrator);
  // Refused as done already, it may have been done by a try of ours whose answer was lost.
  if (!outcome.ok) fault = await faultAfter(outcome.failure);
  else if (answer?.__typename === 'RefusedError') fault = undefined;
  else if (answer !== undefined)
    fault = refusalWords(answer, answer.__typename === 'InputError' ? setUpLabels(answer.field) : {});
  if (fault === undefined) return enter(input.administrator);
  busy = false;
  update();
}

/** What to say of a try without an answer, by what the server says now; undefined: it is set up. */
async function faultAfter(failure: Failure): Promise<string | undefined> {
  if (!maySendAgain(failure)) return failureWords(failure);
  const now = await client.query(setUpOpen, {});
  if (!now.ok) {
    return `${failureWords(failure)} Whether it was set up is not known. Please try again: it is set up once at most.`;
  }
  return now.data.setUpOpen ? `${failureWords(failure)} Nothing is set up yet. Please try again.` : undefined;
}

/** Signs in whom we have made; who cannot sign in so was not made by us. */
async function enter({ email, password }: ReturnType<typeof readSetUp>['administrator']): Promise<void> {
  if ((await signIn(email, password)) === 'signedIn') location.assign('/');
  else showClosed();
}
