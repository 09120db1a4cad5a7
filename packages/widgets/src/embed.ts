// beback.js: the one line that a dealer's page carries.
import { defineWhenFound } from './loader/define-when-found.ts';

defineWhenFound(document, {
  'beback-lead-form': () => import('./lead-form/lead-form.ts'),
  'beback-preferences': () => import('./preferences/preferences.ts'),
  'beback-survey': () => import('./survey/survey.ts'),
});
