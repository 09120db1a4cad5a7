import { planDocument, planDraft } from '@beback/client';
import { defaultPlan, type FollowUpPlan } from '@beback/core';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { EditorStage, fieldOf, fill, makeDraft, openStep, press, until } from '../../test/support/editor-stage.ts';
import { textOf } from '../../test/support/page.ts';
import { failing } from '../../test/support/stub-api.ts';

let stage: EditorStage;

beforeEach(() => {
  localStorage.clear();
  stage = new EditorStage();
});

const NAME = 'Name of the plan';
const renamed = (name: string): FollowUpPlan => ({ ...defaultPlan(), name });
const waited = (managerAfterOpenMinutes: number): FollowUpPlan => ({
  ...defaultPlan(),
  clock: { ...defaultPlan().clock, managerAfterOpenMinutes },
});

describe('S15 <beback-plan-editor>, when an answer comes late', () => {
  it('leaves the draft alone that was turned to meanwhile, and says what became of the other', async () => {
    stage.drafts = [makeDraft({ id: 'version-3', number: 3, document: renamed('Third') }), makeDraft()];
    const editor = await stage.show('Writing version 2', 'version/2');
    await fill(editor, NAME, 'Second');
    const { promise, resolve } = Promise.withResolvers<void>();
    stage.held = promise;
    await press(editor, 'Save');
    editor.path = 'version/3';
    await until(editor, 'Writing version 3');
    await fill(editor, NAME, 'Third, mine');
    resolve();
    await until(editor, 'Version 2 is saved.');
    expect(textOf(editor)).toContain('Writing version 3');
    expect(fieldOf(editor, NAME).value).toBe('Third, mine');
    expect(textOf(editor)).toContain('Not saved yet');
    await press(editor, 'Save');
    await until(editor, 'Version 3 is saved.');
    expect(stage.draft('version-2').document).toMatchObject({ name: 'Second' });
    expect(stage.draft('version-3').document).toMatchObject({ name: 'Third, mine' });
    editor.path = 'version/2';
    await until(editor, 'Writing version 2');
    expect(fieldOf(editor, NAME).value).toBe('Second');
    expect(textOf(editor)).not.toContain('is here again');
  });

  it('keeps what was written after the text that is being saved, when the draft is left', async () => {
    stage.drafts = [makeDraft({ id: 'version-3', number: 3 }), makeDraft()];
    const editor = await stage.show('Writing version 2', 'version/2');
    await fill(editor, NAME, 'Second');
    const { promise, resolve } = Promise.withResolvers<void>();
    stage.held = promise;
    await press(editor, 'Save');
    await fill(editor, NAME, 'Second, more');
    editor.path = 'version/3';
    await until(editor, 'Writing version 3');
    resolve();
    await until(editor, 'Version 2 is saved.');
    editor.path = 'version/2';
    await until(editor, 'is here again');
    expect(fieldOf(editor, NAME).value).toBe('Second, more');
    expect(textOf(editor)).not.toContain('meanwhile');
    await press(editor, 'Save');
    await until(editor, 'is saved');
    expect(stage.draft('version-2').document).toMatchObject({ name: 'Second, more' });
  });

  it('says that it could not fetch what somebody else saved, and shows it at the next try', async () => {
    const editor = await stage.show();
    await fill(editor, NAME, 'Mine');
    stage.otherSaves(waited(40));
    stage.api.on(planDraft, () => failing('bug'));
    await press(editor, 'Save');
    await until(editor, 'Something went wrong at the server.');
    expect(fieldOf(editor, NAME).value).toBe('Mine');
    stage.api.on(planDraft, ({ id }) => ({ node: stage.draft(id) }));
    await press(editor, 'Save');
    await until(editor, 'Pat Poe saved another text meanwhile');
  });

  it('says that a draft is gone that somebody discarded before it was saved', async () => {
    const editor = await stage.show();
    await fill(editor, NAME, 'Mine');
    stage.otherSaves(waited(40));
    stage.api.on(planDraft, () => ({ node: null }));
    await press(editor, 'Save');
    await until(editor, 'not there');
  });

  it('keeps what is written while both texts are compared, and compares anew', async () => {
    const editor = await stage.show();
    await fill(editor, NAME, 'Mine');
    stage.otherSaves(waited(40));
    await press(editor, 'Save');
    await until(editor, 'Pat Poe saved another text meanwhile');
    expect(textOf(editor)).not.toContain('you both changed the same');
    await fill(editor, 'Tell the manager after (open minutes)', '50');
    await until(editor, 'In one place you both changed the same.');
    editor.remove();
    const again = await stage.show('Pat Poe saved another text meanwhile');
    expect(fieldOf(again, NAME).value).toBe('Mine');
    expect(fieldOf(again, 'Tell the manager after (open minutes)').value).toBe('50');
    expect(textOf(again)).toContain('In one place you both changed the same.');
    await press(again, 'Put both together, theirs where we both changed it');
    await press(again, 'Save');
    await until(again, 'is saved');
    expect([stage.saved.name, stage.saved.clock.managerAfterOpenMinutes]).toEqual(['Mine', 40]);
  });

  it('goes on where it is when another version comes into force, and compares with that', async () => {
    const editor = await stage.show();
    await fill(editor, NAME, 'Mine');
    await openStep(editor, 'internet-call-10min');
    await fill(editor, 'Who', 'manager');
    [stage.inForceId, stage.inForce] = ['version-0', renamed('Another in force')];
    editor.refresh();
    await vi.waitFor(() => expect(stage.api.callsOf(planDocument).at(-1)?.variables).toEqual({ id: 'version-0' }));
    await stage.api.quiet();
    expect(textOf(editor)).not.toContain('is here again');
    await press(editor, 'Hand in …');
    await until(editor, 'Another in force');
    await press(editor, 'Go on writing');
    await press(editor, 'Undo');
    await press(editor, 'Undo');
    expect(fieldOf(editor, NAME).value).toBe(defaultPlan().name);
  });

  it('keeps the edits of each of two people on one browser for themselves', async () => {
    const editor = await stage.show();
    await fill(editor, NAME, 'Mine');
    editor.remove();
    stage.member = { id: 'member-2', name: 'Uma Vale', role: 'manager' };
    const theirs = await stage.show();
    expect(textOf(theirs)).not.toContain('is here again');
    expect(fieldOf(theirs, NAME).value).toBe(defaultPlan().name);
    await fill(theirs, NAME, 'Theirs');
    theirs.remove();
    stage.member = { id: 'member-1', name: 'Max Roe', role: 'manager' };
    expect(fieldOf(await stage.show('is here again'), NAME).value).toBe('Mine');
  });

  it('says nothing of an edit that was saved just before the page was left', async () => {
    const editor = await stage.show();
    await fill(editor, NAME, 'Mine');
    editor.remove();
    stage.otherSaves(renamed('Mine'));
    const again = await stage.show();
    expect(textOf(again)).not.toContain('meanwhile');
    expect(textOf(again)).not.toContain('is here again');
  });
});
