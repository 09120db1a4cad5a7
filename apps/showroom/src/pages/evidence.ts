// What is looked up stays within the widget: it reaches no address, no log and no Referer.
import '@beback/widgets/evidence';
import { showBar } from '../parts/bar.ts';
import { client, signInAddress } from '../session.ts';

const file = document.querySelector('beback-evidence');
if (file !== null) {
  file.client = client;
  file.signInHref = signInAddress(location);
}
await showBar({ membersOnly: true });
