import '@beback/widgets/task-list';
import '@beback/widgets/while-away';
import { showBar } from '../parts/bar.ts';
import { client } from '../session.ts';

const list = document.querySelector('beback-task-list');
const away = document.querySelector('beback-while-away');
if (list !== null) list.client = client;
if (away !== null) away.client = client;
const refresh = (): void => {
  list?.refresh();
  away?.refresh();
};
await showBar({ membersOnly: true, onTimeSet: refresh });
