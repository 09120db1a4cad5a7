import type { Texts } from '../base/locale.ts';
import { TASK_LIST_EN } from './task-list.en.ts';
import { TASK_LIST_ES } from './task-list.es.ts';
import { TASK_LIST_FR } from './task-list.fr.ts';
import type { TaskListTexts } from './task-list-words.ts';

export const TASK_LIST_TEXTS: Texts<TaskListTexts> = { en: TASK_LIST_EN, es: TASK_LIST_ES, fr: TASK_LIST_FR };
