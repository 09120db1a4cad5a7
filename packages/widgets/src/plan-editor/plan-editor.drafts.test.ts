import { draftPlan, overridePlanLoad, savePlanDraft } from '@beback/client';
import { defaultPlan, type FollowUpPlan } from '@beback/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { EditorStage, fieldOf, fill, makeDraft, openStep, press, until } from '../../test/support/editor-stage.ts';
import { expectAccessible, inside, mount, textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';

let stage: EditorStage;

beforeEach(() => {
  localStorage.clear();
  stage = new EditorStage();
});

const SECOND = 'internet-call-10min';

describe('S15 <beback-plan-editor>, when two write at once', () => {
  const renamed = (over: Partial<FollowUpPlan>): FollowUpPlan => ({ ...defaultPlan(), ...over });

  it('puts both texts together where they do not meet, and loses nothing', async () => {
    const editor = await stage.show();
    await fill(editor, 'Name of the plan', 'Mine');
    stage.otherSaves(renamed({ clock: { ...defaultPlan().clock, managerAfterOpenMinutes: 40 } }));
    await press(editor, 'Save');
    await until(editor, 'Pat Poe saved another text meanwhile');
    expect(textOf(editor)).toContain('Nothing was written over, and what you wrote is still here.');
    expect(textOf(editor)).toContain('after 40 minutes the manager is told');
    await expectAccessible(editor);
    await press(editor, 'Put both together');
    await press(editor, 'Save');
    await until(editor, 'is saved');
    expect([stage.saved.name, stage.saved.clock.managerAfterOpenMinutes]).toEqual(['Mine', 40]);
  });

  it.each([
    ['Put both together, mine where we both changed it', 'Mine'],
    ['Put both together, theirs where we both changed it', 'Theirs'],
    ['Take only theirs', 'Theirs'],
  ])('asks whose words stand where both changed the same: %s', async (words, name) => {
    const editor = await stage.show();
    await fill(editor, 'Name of the plan', 'Mine');
    stage.otherSaves(renamed({ name: 'Theirs' }));
    await press(editor, 'Save');
    await until(editor, 'In one place you both changed the same.');
    await press(editor, words);
    expect(fieldOf(editor, 'Name of the plan').value).toBe(name);
    await press(editor, 'Undo');
    expect(fieldOf(editor, 'Name of the plan').value).toBe('Mine');
  });

  it('brings back what was not saved before a reload, and lays it beside a text of somebody else', async () => {
    const editor = await stage.show();
    await fill(editor, 'Name of the plan', 'Mine');
    editor.remove();
    const again = await stage.show('What you wrote until Nov 20, 2026, 4:00 PM and did not save is here again.');
    expect(fieldOf(again, 'Name of the plan').value).toBe('Mine');
    again.remove();
    stage.otherSaves(renamed({ name: 'Theirs' }));
    const later = await stage.show('Pat Poe saved another text meanwhile');
    const name = fieldOf(later, 'Name of the plan');
    name.dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true, composed: true }));
    expect(stage.api.callsOf(savePlanDraft)).toEqual([]);
    await press(later, 'Take only theirs');
    expect(fieldOf(later, 'Name of the plan').value).toBe('Theirs');
    later.remove();
    expect(textOf(await stage.show())).not.toContain('is here again');
  });

  it('drops what was brought back, and can be asked for it once more', async () => {
    const editor = await stage.show();
    await fill(editor, 'Name of the plan', 'Mine');
    editor.remove();
    const again = await stage.show('is here again');
    await press(again, 'Drop it');
    expect(fieldOf(again, 'Name of the plan').value).toBe(defaultPlan().name);
    await press(again, 'Undo');
    expect(fieldOf(again, 'Name of the plan').value).toBe('Mine');
  });
});

describe('S15 <beback-plan-editor>, from a beginning to signatures', () => {
  it('begins with the version in force, or with the plan that Beback ships', async () => {
    stage.drafts = [];
    stage.inForce = { ...defaultPlan(), name: 'How we follow up' };
    const editor = await stage.show('Write a plan');
    await expectAccessible(editor);
    await press(editor, 'Begin with version 1 (In force)');
    await until(editor, 'Version 2 is drafted.');
    expect(stage.api.callsOf(draftPlan)[0]?.variables['input']).toMatchObject({ storeId: 'store-1', unfinished: true });
    expect(fieldOf(editor, 'Name of the plan').value).toBe('How we follow up');
    expect(editor.path).toBe('store/store-1/version/2');
    editor.remove();
    stage.drafts = [];
    const other = await stage.show('Write a plan');
    await press(other, 'Begin with the plan that Beback ships');
    await until(other, 'Writing version 2');
    expect(fieldOf(other, 'Name of the plan').value).toBe(defaultPlan().name);
  });

  it('says of a version that is no draft any more that it stays, and offers the draft that there is', async () => {
    const editor = await stage.show('Version 1 is no draft any more: it stays as it was signed.', 'version/1');
    await press(editor, 'Go on writing version 2');
    await until(editor, 'Writing version 2');
  });

  it('shows what will change before anybody is asked, then hands it in', async () => {
    const editor = await stage.show();
    editor.planHref = '/plan/';
    await openStep(editor, SECOND);
    await fill(editor, 'Who', 'manager');
    await press(editor, 'Hand in …');
    await until(editor, 'What it changes Changed');
    expect(inside(editor, '#hand-in').innerText).toBe('Hand in version 2');
    expect(textOf(editor)).toContain(
      'Now: 10 to 20 minutes (while the store is open) after an Internet lead, a manager',
    );
    await expectAccessible(editor);
    await press(editor, 'Hand in version 2 for signatures');
    await until(editor, 'Version 2 is handed in: the owner, the managers and then everybody else are asked to sign.');
    expect(stage.draft()).toMatchObject({ unfinished: false, revision: 2 });
    const link = inside<HTMLAnchorElement>(editor, 'header a');
    expect(link.getAttribute('href')).toBe('/plan/#store/store-1/version/2');
  });

  it('S04: takes a load that is too much only with the writer’s signed word for it', async () => {
    const small = { tasks: 5, calls: 5 };
    stage.drafts = [
      makeDraft({ document: { ...defaultPlan(), capacity: { sales: small, internet: small, bdc: small } } }),
    ];
    const editor = await stage.show();
    await press(editor, 'Hand in …');
    await until(editor, 'It asks for more than people get done.');
    expect(textOf(editor)).not.toContain('for signatures');
    await press(editor, 'Sign and hand in');
    expect(textOf(editor)).toContain('Please write 10 to 1,000 characters.');
    await userEvent.fill(inside(editor, '#note'), 'Two students help until January.');
    await userEvent.click(inside(editor, '[name=tick]'));
    await press(editor, 'Sign and hand in');
    await until(editor, 'Version 2 is handed in, and you have signed for its load.');
    const [call] = stage.api.callsOf(overridePlanLoad);
    expect(call?.variables['input']).toMatchObject({
      planVersionId: 'version-2',
      note: 'Two students help until January.',
    });
  });

  it('says of a text that was handed in what saving another means', async () => {
    stage.drafts = [makeDraft({ unfinished: false, signatures: { signed: 3 } })];
    const editor = await stage.show('This text was handed in; signatures: 3.');
    await fill(editor, 'Name of the plan', 'Ours');
    await press(editor, 'Save');
    await until(editor, 'is saved');
    expect(stage.draft().unfinished).toBe(true);
    expect(textOf(editor)).not.toContain('This text was handed in');
  });

  it('discards a draft when asked twice', async () => {
    const editor = await stage.show();
    await press(editor, 'Discard draft');
    await press(editor, 'Keep it');
    await press(editor, 'Discard draft');
    await press(editor, 'Discard it');
    await until(editor, 'Version 2 is discarded.');
    await until(editor, 'Write a plan');
  });

  it('says why a wish was refused, or that there is no way to the server, and keeps what was written', async () => {
    const editor = await stage.show();
    await fill(editor, 'Name of the plan', 'Ours');
    const reasons = [{ code: 'planVersion.notDraft', text: 'This version is no draft any more.' }];
    stage.refusal = { __typename: 'RefusedError', message: 'refused', reasons };
    await press(editor, 'Save');
    await until(editor, 'This version is no draft any more.');
    stage.api.offline = true;
    await press(editor, 'Save');
    await until(editor, 'There is no connection to the server.');
    expect(fieldOf(editor, 'Name of the plan').value).toBe('Ours');
    stage.api.offline = false;
    await press(editor, 'Save');
    await until(editor, 'is saved');
    const keys = stage.api.callsOf(savePlanDraft).map(({ variables }) => (variables['input'] as { key: string }).key);
    expect(keys[1]).toBe(keys[2]);
  });

  it('is for who manages plans, and says so to everybody else', async () => {
    stage.capabilities = ['ownDay'];
    await stage.show('Plans are written by who manages them');
  });

  it('asks again when the draft did not come', async () => {
    stage.api.offline = true;
    const editor = await stage.show('The plan could not be fetched.');
    stage.api.offline = false;
    await press(editor, 'Try again');
    await until(editor, 'Writing version 2');
  });

  it('tells the page that somebody has to sign in', async () => {
    const answers = new EditorStage();
    const { planDraft } = await import('@beback/client');
    answers.api.on(planDraft, () => failing('UNAUTHENTICATED', 'sign in', 401));
    const editor = answers.element();
    let told = 0;
    editor.addEventListener('beback-sign-in-needed', () => told++);
    mount(editor);
    await until(editor, 'Sign in');
    expect(told).toBe(1);
  });
});
