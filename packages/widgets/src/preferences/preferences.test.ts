import {
  type PreferenceChangeInput,
  preferences,
  type SavePreferencesInput,
  savePreferences,
} from '@beback/client/public';
import { describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { itBearsAnyPage } from '../../test/support/bearing.ts';
import { expectAccessible, inside, mount, textOf } from '../../test/support/page.ts';
import { StubApi } from '../../test/support/stub-api.ts';
import type { PreferencesSavedEvent } from '../events/preferences-saved-event.ts';
import { Preferences } from './preferences.ts';

const CHANNELS = ['call', 'text', 'email', 'letter'] as const;
const PURPOSES = ['replyToInquiry', 'appointment', 'transaction', 'survey', 'marketing'] as const;

/** A link's choices as the server keeps them. */
class Stage {
  choices = CHANNELS.flatMap((channel) =>
    PURPOSES.map((purpose) => ({ channel, purpose, allowed: !(channel === 'text' && purpose === 'marketing') })),
  );
  readonly api = new StubApi()
    .on(preferences, ({ token }) => ({
      preferences: token === 'tok-1' ? { storeName: 'Cedar Ford', choices: this.choices } : null,
    }))
    .on(savePreferences, ({ input }) => {
      const changed = new Map((input.changes ?? []).map((one) => [`${one.channel} ${one.purpose}`, one.allowed]));
      this.choices = this.choices.map((one) => ({
        ...one,
        allowed: !input.stopEverything && (changed.get(`${one.channel} ${one.purpose}`) ?? one.allowed),
      }));
      return { savePreferences: { __typename: 'SavePreferencesSuccess' as const, choices: this.choices } };
    });

  element(token = 'tok-1'): Preferences {
    const element = new Preferences();
    element.token = token;
    element.fetch = this.api.fetch;
    return element;
  }

  async show(element = this.element()): Promise<Preferences> {
    mount(element);
    await ready(element);
    return element;
  }

  /** The changes that were sent, in order. */
  get sent(): readonly (readonly PreferenceChangeInput[])[] {
    return this.api
      .callsOf(savePreferences)
      .map(({ variables }) => (variables['input'] as SavePreferencesInput).changes ?? []);
  }
}

async function ready(element: Preferences): Promise<void> {
  await vi.waitFor(() => expect(element.shadowRoot?.querySelectorAll('fieldset')).toHaveLength(4));
}

async function until(element: Preferences, words: string): Promise<void> {
  await vi.waitFor(() => expect(textOf(element)).toContain(words), 8000);
}

const box = (element: Preferences, name: string): HTMLInputElement => inside(element, `input[name="${name}"]`);

describe('S13 <beback-preferences>', () => {
  itBearsAnyPage({
    make: () => new Stage().element(),
    ready,
    words: {
      en: 'What Cedar Ford may contact you about',
      es: 'Sobre qué puede contactarle Cedar Ford',
      fr: 'À quel sujet Cedar Ford peut vous contacter',
    },
  });

  it('has “stop everything” first, done by one press, and says that it is done', async () => {
    const stage = new Stage();
    const element = await stage.show();
    const saved = new Promise<PreferencesSavedEvent>((resolve) =>
      element.addEventListener('beback-preferences-saved', resolve, { once: true }),
    );
    const buttons = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
    expect(buttons[0]?.textContent).toBe('Stop everything');
    buttons[0]?.click();
    await until(element, 'Done. Cedar Ford will not contact you any more.');
    expect((await saved).everything).toBe(true);
    expect(element.shadowRoot?.querySelectorAll('input:checked')).toHaveLength(0);
    expect(element.shadowRoot?.activeElement?.id).toBe('told');
    expect(stage.api.callsOf(savePreferences)).toMatchObject([
      { variables: { input: { token: 'tok-1', stopEverything: true } } },
    ]);
    await expectAccessible(element);
  });

  it('shows what the store may do, and sends what was changed and no more', async () => {
    const stage = new Stage();
    const element = await stage.show();
    expect(box(element, 'text marketing').checked).toBe(false);
    expect(box(element, 'call appointment').checked).toBe(true);
    box(element, 'email marketing').click();
    box(element, 'text marketing').click();
    inside(element, 'form button').click();
    await until(element, 'Saved. It holds from now on.');
    expect(stage.sent).toEqual([
      [
        { channel: 'text', purpose: 'marketing', allowed: true },
        { channel: 'email', purpose: 'marketing', allowed: false },
      ],
    ]);
    inside(element, 'form button').click();
    await until(element, 'Nothing was changed');
    expect(stage.sent).toHaveLength(1);
  });

  it('is used by keyboard alone', async () => {
    const stage = new Stage();
    const element = await stage.show();
    inside(element, '#stop').focus();
    await userEvent.keyboard('{Tab} {Enter}');
    await until(element, 'Saved.');
    expect(stage.sent).toEqual([[{ channel: 'call', purpose: 'replyToInquiry', allowed: false }]]);
  });

  it('says that a link is gone when it is unknown or missing', async () => {
    const stage = new Stage();
    const element = mount(stage.element('other'));
    await until(element, 'This link does not work');
    await expectAccessible(element);
    const bare = new Preferences();
    bare.fetch = stage.api.fetch;
    mount(bare);
    await until(bare, 'This link does not work');
    expect(stage.api.callsOf(preferences)).toHaveLength(1);
  });

  it('sends a stop that a dead network held back when it is back', async () => {
    const stage = new Stage();
    const element = await stage.show();
    stage.api.offline = true;
    inside(element, '#stop').click();
    await until(element, 'There is no connection. It will be sent when the connection is back');
    await expectAccessible(element);
    stage.api.offline = false;
    globalThis.dispatchEvent(new Event('online'));
    await until(element, 'Done. Cedar Ford will not contact you any more.');
  });

  it('keeps its height from the first paint on', async () => {
    const page = mount(document.createElement('div'));
    page.style.inlineSize = '640px';
    const element = mount(new Stage().element(), page);
    await element.updateComplete;
    const first = element.getBoundingClientRect().height;
    await ready(element);
    expect(element.getBoundingClientRect().height).toBe(first);
  });
});
