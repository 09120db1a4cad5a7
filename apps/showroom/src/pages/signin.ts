import { html, nothing, type TemplateResult } from 'lit';
import { type DemoInfo, readDemoInfo } from '../demo-info.ts';
import { showBar } from '../parts/bar.ts';
import { show } from '../parts/show.ts';
import { placeAfterSignIn, safeNext } from '../places.ts';
import { type SignInOutcome, signIn, whoIsSignedIn } from '../session.ts';

const FAULTS: Readonly<Record<Exclude<SignInOutcome, 'signedIn'>, string>> = {
  wrong: 'The e-mail address or the password is not right.',
  tooOften: 'Too many tries. Please wait a minute and try again.',
  offline: 'There is no connection to the server.',
  failed: 'Something went wrong at the server.',
};

const asked = new URLSearchParams(location.search);
const email = asked.get('as') ?? '';
let demo: DemoInfo | undefined;
let fault: string | undefined;
let busy = false;

update();
void showBar();
demo = await readDemoInfo();
update();

function update(): void {
  show(renderSignIn());
}

function renderSignIn(): TemplateResult {
  return html`<div class="narrow">
    <h1>Sign in</h1>
    <form class="fields card" @submit=${submit}>
      <div class="field">
        <label for="email">E-mail</label>
        <input id="email" name="email" type="email" autocomplete="username" required value=${email} />
      </div>
      <div class="field">
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
      </div>
      <p class="fault" role="alert">${fault ?? nothing}</p>
      <button class="main" type="submit" aria-disabled=${busy ? 'true' : 'false'}>${busy ? 'Signing in …' : 'Sign in'}</button>
    </form>
    ${demo === undefined ? nothing : renderDemo(demo)}
  </div>`;
}

function renderDemo({ people, password }: DemoInfo): TemplateResult {
  return html`<h2>People of the demo</h2>
    <ul class="list">
      ${people.map(
        (person) => html`<li class="person">
          <div>
            <h3>${person.name}</h3>
            <p class="muted small">${person.email}: ${person.shows}</p>
          </div>
          <button
            type="button"
            aria-label="Sign in as ${person.name}"
            @click=${() => void enter(person.email, password, person.path)}
          >
            Sign in
          </button>
        </li>`,
      )}
    </ul>
    <p class="muted small">The password of all of them is <code>${password}</code></p>`;
}

function submit(event: SubmitEvent): void {
  event.preventDefault();
  const data = new FormData(event.currentTarget as HTMLFormElement);
  void enter(String(data.get('email') ?? '').trim(), String(data.get('password') ?? ''));
}

async function enter(address: string, password: string, home?: string): Promise<void> {
  if (busy) return;
  busy = true;
  fault = undefined;
  update();
  const outcome = await signIn(address, password);
  busy = false;
  if (outcome === 'signedIn') {
    const who = await whoIsSignedIn();
    // What came with a person's name is that person's; whoever was sent here may be anybody.
    const next = email === '' || email === address ? safeNext(asked.get('next'), location) : undefined;
    location.assign(placeAfterSignIn((who.ok && who.data) || undefined, { next, home }));
    return;
  }
  fault = FAULTS[outcome];
  update();
  document.getElementById('password')?.focus();
}
