import '@beback/widgets/morning';
import { showBar } from '../parts/bar.ts';
import { keepPlaceInAddress } from '../parts/place-in-address.ts';
import { client } from '../session.ts';

const morning = document.querySelector('beback-morning');
if (morning !== null) {
  morning.client = client;
  keepPlaceInAddress(morning);
}
await showBar({ membersOnly: true, onTimeSet: () => morning?.refresh() });
