import { submitSurvey, survey } from '@beback/client/public';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { expectAccessible, inside, mount, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';
import { answer, answerAll, ready, SurveyStage, until } from '../../test/support/survey-stage.ts';
import type { Survey } from './survey.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const KEPT = 'Your answers are kept on this device';

let stage: SurveyStage;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  stage = new SurveyStage();
});

async function send(element: Survey): Promise<void> {
  inside(element, 'button[type=submit]').click();
  await element.updateComplete;
}

/** A survey whose answers were handed in and could not be sent. */
async function held(): Promise<Survey> {
  const element = await stage.show();
  await answerAll(element, 4);
  stage.api.offline = true;
  await send(element);
  await until(element, `There is no connection. ${KEPT}`);
  stage.api.offline = false;
  return element;
}

/** The same browser, another day's tab. */
function later(element: Survey, days: number): Survey {
  element.remove();
  sessionStorage.clear();
  stage.time += days * DAY_MS;
  return mount(stage.element());
}

describe('answers that could not be sent', () => {
  it('are sent when the link is opened again, also a day later in another tab', async () => {
    const again = later(await held(), 1);
    await until(again, 'Thank you');
    expect(stage.answers?.map(({ value }) => value)).toEqual([4, 4, 4]);
    expect(localStorage).toHaveLength(0);
  });

  it('are there again, and stay, when the network is still dead or the server fails', async () => {
    const element = await held();
    stage.inTheWay = () => failing('limited');
    const again = later(element, 1);
    await until(again, `Too many tries came from here. Please wait a few minutes. ${KEPT}`);
    expect(inside<HTMLInputElement>(again, 'input[name=happy][value="4"]').checked).toBe(true);
    expect(localStorage).toHaveLength(1);
    await expectAccessible(again);
    stage.inTheWay = undefined;
    globalThis.dispatchEvent(new Event('online'));
    await until(again, 'Thank you');
    expect(localStorage).toHaveLength(0);
  });

  it.each([
    ['503', () => new Response('', { status: 503 }), 'Something went wrong at the server.'],
    ['a bug', () => failing('bug'), 'Something went wrong at the server.'],
    [
      'none in time',
      () => {
        throw new DOMException('signal timed out', 'TimeoutError');
      },
      'The server took too long to answer.',
    ],
  ] as const)('are kept when the answer is %s, and sent when the connection is back', async (_, inTheWay, why) => {
    const element = await stage.show();
    await answerAll(element, 5);
    stage.inTheWay = inTheWay;
    await send(element);
    await until(element, `${why} ${KEPT}`);
    stage.inTheWay = undefined;
    globalThis.dispatchEvent(new Event('online'));
    await until(element, 'Thank you');
  });

  it('are taken back by whoever changes them, until they are handed in again', async () => {
    const element = await held();
    await answer(element, 'happy', 1);
    expect(inside(element, '[role=alert]').innerText).toBe('');
    expect(localStorage).toHaveLength(0);
    const tries = stage.api.callsOf(submitSurvey).length;
    globalThis.dispatchEvent(new Event('online'));
    await element.updateComplete;
    expect(stage.api.callsOf(submitSurvey)).toHaveLength(tries);
    await send(element);
    await until(element, 'Thank you');
    expect(stage.answers?.map(({ value }) => value)).toEqual([1, 4, 4]);
  });

  it('are not kept when something in them cannot be taken', async () => {
    const element = await stage.show();
    await answerAll(element, 5);
    stage.api.on(submitSurvey, () => ({
      submitSurvey: { __typename: 'InputError' as const, message: 'comment: …', field: 'comment', allowed: 'less' },
    }));
    await send(element);
    await until(element, 'Something in it could not be taken.');
    expect(textOf(element)).not.toContain(KEPT);
    expect(localStorage).toHaveLength(0);
  });

  it('are forgotten when the link has been answered from elsewhere', async () => {
    const element = await held();
    stage.page = stage.page && { ...stage.page, answered: true };
    const again = later(element, 1);
    await until(again, 'You have answered already');
    expect(localStorage).toHaveLength(0);
  });

  it('are forgotten after a month', async () => {
    const element = await held();
    const tries = stage.api.callsOf(submitSurvey).length;
    const again = later(element, 31);
    await ready(again);
    await vi.waitFor(() => expect(localStorage).toHaveLength(0));
    expect(stage.api.callsOf(submitSurvey)).toHaveLength(tries);
  });

  it('wait for their own link', async () => {
    const element = await held();
    element.remove();
    stage.also('tok-2', 'Birch Honda');
    const other = stage.element();
    other.token = 'tok-2';
    await stage.show(other);
    await until(other, 'How was it at Birch Honda?');
    await until(mount(stage.element()), 'Thank you');
    expect(textOf(other)).toContain('How was it at Birch Honda?');
  });
});

describe('a second link in the same tab', () => {
  const follow = (hash: string): void => {
    location.hash = hash;
  };

  beforeEach(() => {
    stage.also('tok-2', 'Birch Honda');
    onTestFinished(() => history.replaceState(null, '', location.href.replace(/#.*/, '')));
  });

  async function showLinked(): Promise<Survey> {
    follow('#token=tok-1');
    const element = stage.element();
    element.token = undefined;
    return stage.show(element);
  }

  it('shows its own survey, without the answers and the faults of the first', async () => {
    const element = await showLinked();
    await answer(element, 'happy', 2);
    await send(element);
    await until(element, '2 questions are not answered yet.');
    follow('#token=tok-2');
    await until(element, 'How was it at Birch Honda?');
    expect(element.shadowRoot?.querySelectorAll('input:checked')).toHaveLength(0);
    expect(textOf(element)).not.toContain('Choose an answer.');
    follow('#token=unknown');
    await until(element, 'This link does not work any more');
    follow('#token=tok-1');
    await until(element, 'How was it at Cedar Ford?');
  });

  it('hears nothing of what is still being sent for the first', async () => {
    const element = await showLinked();
    await answerAll(element, 5);
    let arrive = (): void => {};
    stage.inTheWay = () =>
      new Promise((resolve) => {
        arrive = () => resolve(undefined);
      });
    const sent = vi.fn();
    element.addEventListener('beback-survey-sent', sent);
    await send(element);
    await until(element, 'Sending');
    follow('#token=tok-2');
    await until(element, 'How was it at Birch Honda?');
    await answer(element, 'happy', 1);
    arrive();
    await vi.waitFor(() => expect(sent).toHaveBeenCalled());
    await element.updateComplete;
    expect(textOf(element)).toContain('How was it at Birch Honda?');
    element.remove();
    const reloaded = stage.element();
    reloaded.token = undefined;
    await stage.show(reloaded);
    expect(inside<HTMLInputElement>(reloaded, 'input[name=happy][value="1"]').checked).toBe(true);
  });

  it('is not gone because the first was', async () => {
    follow('#token=unknown');
    const element = stage.element();
    element.token = undefined;
    mount(element);
    await vi.waitFor(() => expect(stage.api.callsOf(survey)).toHaveLength(1));
    follow('#token=tok-2');
    await until(element, 'How was it at Birch Honda?');
    await element.updateComplete;
    expect(textOf(element)).not.toContain('This link does not work');
  });
});
