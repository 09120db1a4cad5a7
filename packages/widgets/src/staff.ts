// beback-staff.js: the widgets for a store's people, on any page that has a member token or a session.
import { defineWhenFound } from './loader/define-when-found.ts';

defineWhenFound(document, {
  'beback-board': () => import('./board/board.ts'),
  'beback-day-sheet': () => import('./day-sheet/day-sheet.ts'),
  'beback-evidence': () => import('./evidence/evidence.ts'),
  'beback-key-in': () => import('./key-in/key-in.ts'),
  'beback-ledger': () => import('./ledger/ledger.ts'),
  'beback-morning': () => import('./morning/morning.ts'),
  'beback-plan': () => import('./plan/plan.ts'),
  'beback-plan-editor': () => import('./plan-editor/plan-editor.ts'),
  'beback-task-list': () => import('./task-list/task-list.ts'),
  'beback-trial': () => import('./trial/trial.ts'),
  'beback-while-away': () => import('./while-away/while-away.ts'),
});
