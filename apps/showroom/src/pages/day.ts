import '@beback/widgets/task-list';
import { showBar } from '../parts/bar.ts';
import { client } from '../session.ts';

const list = document.querySelector('beback-task-list');
if (list !== null) list.client = client;
await showBar({ membersOnly: true, onTimeSet: () => list?.refresh() });
