import '@beback/widgets/ledger';
import { showBar } from '../parts/bar.ts';
import { keepPlaceInAddress } from '../parts/place-in-address.ts';
import { client } from '../session.ts';

const ledger = document.querySelector('beback-ledger');
if (ledger !== null) {
  ledger.client = client;
  keepPlaceInAddress(ledger);
}
await showBar({ membersOnly: true, onTimeSet: () => ledger?.refresh() });
