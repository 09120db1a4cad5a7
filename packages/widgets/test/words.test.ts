import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BOARD_EN } from '../src/board/board.en.ts';
import { DAY_SHEET_EN } from '../src/day-sheet/day-sheet.en.ts';
import { KEY_IN_EN } from '../src/key-in/key-in.en.ts';
import { MORNING_EN } from '../src/morning/morning.en.ts';
import { PLAN_EN } from '../src/plan/plan.en.ts';
import { PLAN_EDITOR_EN } from '../src/plan-editor/plan-editor.en.ts';
import { STAFF_EN } from '../src/staff/staff.en.ts';
import { TASK_LIST_EN } from '../src/task-list/task-list.en.ts';
import { TRIAL_EN } from '../src/trial/trial.en.ts';
import { WHILE_AWAY_EN } from '../src/while-away/while-away.en.ts';

const source = join(import.meta.dirname, '../src');
const IS_TEXT = /(-words|\.(en|es|fr|test))\.ts$/;

/** What the code of these folders says, without the words themselves. */
function codeOf(...folders: readonly string[]): string {
  const files = folders.flatMap((folder) =>
    readdirSync(join(source, folder)).map((file) => join(source, folder, file)),
  );
  return files
    .filter((file) => !IS_TEXT.test(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

describe('the staff’s words', () => {
  it.each([
    ['board', BOARD_EN, ['board', 'staff']],
    ['task list', TASK_LIST_EN, ['task-list', 'staff']],
    ['plan', PLAN_EN, ['plan', 'staff']],
    ['plan’s editor', PLAN_EDITOR_EN, ['plan-editor']],
    ['morning', MORNING_EN, ['morning', 'staff']],
    ['trial', TRIAL_EN, ['trial', 'staff']],
    ['time away', WHILE_AWAY_EN, ['while-away', 'staff']],
    ['day sheet', DAY_SHEET_EN, ['day-sheet', 'staff']],
    ['keying in', KEY_IN_EN, ['key-in', 'staff']],
    ['staff', STAFF_EN, ['board', 'task-list', 'staff']],
  ] as const)('of the %s are all said somewhere', (_, words, folders) => {
    const code = codeOf(...folders);
    const shared = new Set(words === STAFF_EN ? [] : Object.keys(STAFF_EN));
    const own = Object.keys(words).filter((word) => !shared.has(word));
    expect(own.filter((word) => !new RegExp(`\\btexts\\.${word}\\b`).test(code))).toEqual([]);
  });
});
