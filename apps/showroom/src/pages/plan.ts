import '@beback/widgets/plan';
import { showBar } from '../parts/bar.ts';
import { keepPlaceInAddress } from '../parts/place-in-address.ts';
import { client } from '../session.ts';

const plan = document.querySelector('beback-plan');
if (plan !== null) {
  plan.client = client;
  keepPlaceInAddress(plan);
}
await showBar({ membersOnly: true, onTimeSet: () => plan?.refresh() });
