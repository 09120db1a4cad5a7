import { describe, expect, it } from 'vitest';
import { BOARD_TEXTS } from '../board/board.texts.ts';
import { DAY_SHEET_TEXTS } from '../day-sheet/day-sheet.texts.ts';
import { EVIDENCE_TEXTS } from '../evidence/evidence.texts.ts';
import { KEY_IN_TEXTS } from '../key-in/key-in.texts.ts';
import { LEAD_CLOCK_TEXTS } from '../lead-clock/lead-clock.texts.ts';
import { MORNING_TEXTS } from '../morning/morning.texts.ts';
import { UNCONFIRMED_TEXTS } from '../morning/unconfirmed.texts.ts';
import { PLAN_TEXTS } from '../plan/plan.texts.ts';
import { PLAN_EDITOR_TEXTS } from '../plan-editor/plan-editor.texts.ts';
import { TASK_LIST_TEXTS } from '../task-list/task-list.texts.ts';
import { countedIn } from './counted.ts';

describe('counts', () => {
  it('take the form that the language has for the number', () => {
    const forms = (language: 'en' | 'es' | 'fr') =>
      [0, 1, 2, 21].map((count) => countedIn(language)(count, '# one', '# more'));
    expect(forms('en')).toEqual(['0 more', '1 one', '2 more', '21 more']);
    expect(forms('es')).toEqual(['0 more', '1 one', '2 more', '21 more']);
    expect(forms('fr')).toEqual(['0 one', '1 one', '2 more', '21 more']);
  });

  const { es, fr } = { es: MORNING_TEXTS.es, fr: MORNING_TEXTS.fr };
  it.each<readonly [string, (count: number) => string, one: string, two: string]>([
    ['keyed in (es)', (n) => KEY_IN_TEXTS.es.count(n, 0), '1 guardada', '2 guardadas'],
    ['keyed in (es)', (n) => KEY_IN_TEXTS.es.count(n, 3), '1 guardada, 3 sin guardar', '2 guardadas, 3 sin guardar'],
    [
      'keyed in (fr)',
      (n) => KEY_IN_TEXTS.fr.count(n, n),
      '1 enregistrée, 1 non enregistrée',
      '2 enregistrées, 2 non enregistrées',
    ],
    ['unconfirmed (es)', UNCONFIRMED_TEXTS.es.more, 'Hay 1 más que no se muestra.', 'Hay 2 más que no se muestran.'],
    ['unconfirmed (fr)', UNCONFIRMED_TEXTS.fr.more, '1 autre n’est pas affiché.', '2 autres ne sont pas affichés.'],
    ['unconfirmed (en)', UNCONFIRMED_TEXTS.en.more, '1 more is not shown.', '2 more are not shown.'],
    ['done (es)', es.done, '1 hecha', '2 hechas'],
    ['done (fr)', fr.done, '1 faite', '2 faites'],
    ['in today (es)', (n) => es.inToday(n, 5), '1 de 5 presente hoy', '2 de 5 presentes hoy'],
    ['in today (fr)', (n) => fr.inToday(n, 5), '1 présent sur 5 aujourd’hui', '2 présents sur 5 aujourd’hui'],
    [
      'moves (es)',
      es.moves,
      'Se moverá 1 tarea de hoy, primero las promesas:',
      'Se moverán 2 tareas de hoy, primero las promesas:',
    ],
    [
      'automated (es)',
      es.automated,
      '1 tarea queda para los mensajes del sistema',
      '2 tareas quedan para los mensajes del sistema',
    ],
    [
      'automated (fr)',
      fr.automated,
      '1 tâche laissée aux messages du système',
      '2 tâches laissées aux messages du système',
    ],
    ['deferred (es)', (n) => es.deferred(n, '3 dic'), '1 tarea se aplaza al 3 dic', '2 tareas se aplazan al 3 dic'],
    ['deferred (fr)', (n) => fr.deferred(n, '3 déc.'), '1 tâche reportée au 3 déc.', '2 tâches reportées au 3 déc.'],
    ['blocked (es)', es.blocked, '1 tarea no permitida hoy', '2 tareas no permitidas hoy'],
    ['blocked (fr)', fr.blocked, '1 tâche non autorisée aujourd’hui', '2 tâches non autorisées aujourd’hui'],
    [
      'away (es)',
      (n) => es.isAway('Ana', n),
      'Ana figura como ausente: 1 tarea cambió de lista.',
      'Ana figura como ausente: 2 tareas cambiaron de lista.',
    ],
    [
      'away (fr)',
      (n) => fr.isAway('Ana', n),
      'Ana : absence notée, 1 tâche déplacée.',
      'Ana : absence notée, 2 tâches déplacées.',
    ],
    [
      'leads (en)',
      BOARD_TEXTS.en.waitTooLong,
      '1 lead has waited too long for a first answer.',
      '2 leads have waited too long for a first answer.',
    ],
    [
      'leads (es)',
      BOARD_TEXTS.es.waitTooLong,
      '1 contacto espera desde hace demasiado una primera respuesta.',
      '2 contactos esperan desde hace demasiado una primera respuesta.',
    ],
    [
      'leads (fr)',
      BOARD_TEXTS.fr.waitTooLong,
      '1 demande attend depuis trop longtemps une première réponse.',
      '2 demandes attendent depuis trop longtemps une première réponse.',
    ],
    ['older leads (es)', LEAD_CLOCK_TEXTS.es.unansweredMore, 'y 1 más antiguo', 'y 2 más antiguos'],
    ['older leads (fr)', LEAD_CLOCK_TEXTS.fr.unansweredMore, 'et 1 plus ancienne', 'et 2 plus anciennes'],
  ])('of one and of two are told apart: %s', (_, tell, one, two) => {
    expect([tell(1), tell(2)]).toEqual([one, two]);
  });

  it.each<readonly [string, (count: number) => string, none: string]>([
    ['open tasks', KEY_IN_TEXTS.fr.open, '0 tâche de ce jour n’a pas encore de résultat.'],
    ['keyed in', (n) => KEY_IN_TEXTS.fr.count(n, 2), '0 enregistrée, 2 non enregistrées'],
    ['tasks of a sheet', DAY_SHEET_TEXTS.fr.tasks, '0 tâche'],
    ['findings', fr.findingsOpen, '0 constat pas pris en compte'],
    ['open findings', BOARD_TEXTS.fr.openFindings, '0 ouvert'],
    ['done', fr.done, '0 faite'],
    ['tasks of somebody', (n) => fr.load(n, 50), '0 tâche sur 50'],
    ['left', TASK_LIST_TEXTS.fr.left, '0 restante'],
    ['entries', EVIDENCE_TEXTS.fr.entries, '0 entrée, dans l’ordre du temps'],
    ['people', PLAN_TEXTS.fr.people, 'personne'],
    ['faults', PLAN_EDITOR_TEXTS.fr.mend, '0 point à corriger'],
  ])('of none are in the singular in French: %s', (_, tell, none) => {
    expect(tell(0)).toBe(none);
  });
});
