import '@beback/widgets/plan';
import { showBar } from '../parts/bar.ts';
import { client } from '../session.ts';

const plan = document.querySelector('beback-plan');
if (plan !== null) {
  plan.client = client;
  // Store, version and step stand behind the #: a link leads to them, and the browser's own way back works.
  const readAddress = (): void => {
    plan.path = location.hash.slice(1);
  };
  readAddress();
  addEventListener('popstate', readAddress);
  addEventListener('hashchange', readAddress);
  plan.addEventListener('beback-navigate', ({ path }) => {
    history.pushState(null, '', path === '' ? location.pathname : `#${path}`);
  });
}
await showBar({ membersOnly: true, onTimeSet: () => plan?.refresh() });
