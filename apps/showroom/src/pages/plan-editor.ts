import '@beback/widgets/plan-editor';
import { showBar } from '../parts/bar.ts';
import { keepPlaceInAddress } from '../parts/place-in-address.ts';
import { client } from '../session.ts';

const editor = document.querySelector('beback-plan-editor');
if (editor !== null) {
  editor.client = client;
  keepPlaceInAddress(editor);
}
await showBar({ membersOnly: true, onTimeSet: () => editor?.refresh() });
