import '@beback/widgets/trial';
import { showBar } from '../parts/bar.ts';
import { keepPlaceInAddress } from '../parts/place-in-address.ts';
import { client } from '../session.ts';

const trial = document.querySelector('beback-trial');
if (trial !== null) {
  trial.client = client;
  keepPlaceInAddress(trial);
}
await showBar({ membersOnly: true, onTimeSet: () => trial?.refresh() });
