import { STAFF_FR } from '../staff/staff.fr.ts';
import type { WhileAwayWords } from './while-away-words.ts';

export const WHILE_AWAY_FR: WhileAwayWords = {
  ...STAFF_FR,
  title: 'Pendant votre absence',
  span: (from, to) => (from === to ? from : `du ${from} au ${to}`),
  nothing: 'Il ne s’est rien passé avec vos clients.',
  more: 'Il y en a plus : voyez l’historique de chaque client.',
  rest: (count) => `${count} de plus`,
  by: (name) => `par ${name}`,
  kinds: {
    lead: 'a fait une demande',
    reply: 's’est manifesté',
    delivered: 'a pris livraison',
    lost: 'a été abandonné',
  },
  looked: 'J’ai vu',
  saying: 'Envoi …',
};
