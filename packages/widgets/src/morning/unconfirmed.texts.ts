import type { Locale } from '@beback/client';
import { countedIn } from '../format/counted.ts';

const [english, spanish, french] = [countedIn('en'), countedIn('es'), countedIn('fr')];

/** The words of the appointments to confirm, in one language. */
interface UnconfirmedTexts {
  readonly title: string;
  readonly count: (count: number) => string;
  readonly none: string;
  readonly loading: string;
  readonly failed: string;
  readonly nobodyNamed: string;
  readonly nobodys: string;
  readonly ownedBy: (name: string) => string;
  readonly more: (count: number) => string;
}

export const UNCONFIRMED_TEXTS: Readonly<Record<Locale, UnconfirmedTexts>> = {
  en: {
    title: 'Appointments not yet confirmed',
    count: (count) => english(count, '# appointment to confirm', '# appointments to confirm'),
    none: 'Every appointment of today and tomorrow is confirmed.',
    loading: 'Fetching the appointments …',
    failed: 'The appointments could not be fetched. What is shown may be out of date.',
    nobodyNamed: 'A customer without a name',
    nobodys: 'Nobody’s customer',
    ownedBy: (name) => `Customer of ${name}`,
    more: (count) => english(count, '# more is not shown.', '# more are not shown.'),
  },
  es: {
    title: 'Citas aún sin confirmar',
    count: (count) => spanish(count, '# cita por confirmar', '# citas por confirmar'),
    none: 'Todas las citas de hoy y de mañana están confirmadas.',
    loading: 'Buscando las citas …',
    failed: 'No se pudieron obtener las citas. Lo que se muestra puede no estar al día.',
    nobodyNamed: 'Un cliente sin nombre',
    nobodys: 'Cliente de nadie',
    ownedBy: (name) => `Cliente de ${name}`,
    more: (count) => spanish(count, 'Hay # más que no se muestra.', 'Hay # más que no se muestran.'),
  },
  fr: {
    title: 'Rendez-vous pas encore confirmés',
    count: (count) => `${count} rendez-vous à confirmer`,
    none: 'Tous les rendez-vous d’aujourd’hui et de demain sont confirmés.',
    loading: 'Recherche des rendez-vous …',
    failed: 'Impossible d’obtenir les rendez-vous. Ce qui est affiché n’est peut-être plus à jour.',
    nobodyNamed: 'Un client sans nom',
    nobodys: 'Client de personne',
    ownedBy: (name) => `Client de ${name}`,
    more: (count) => french(count, '# autre n’est pas affiché.', '# autres ne sont pas affichés.'),
  },
};
