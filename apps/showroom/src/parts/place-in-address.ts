import type { Board, Ledger, Morning, Plan, PlanEditor, Trial } from '@beback/widgets';
import { signInAddress } from '../session.ts';

/**
 * The place that an element shows stands behind the #: a link leads to it, the browser's own way back works, and whoever
 * has to sign in anew comes back to it.
 */
export function keepPlaceInAddress(element: Board | Ledger | Morning | Plan | PlanEditor | Trial): void {
  const readAddress = (): void => {
    element.path = location.hash.slice(1);
    element.signInHref = signInAddress(location);
  };
  readAddress();
  addEventListener('popstate', readAddress);
  addEventListener('hashchange', readAddress);
  element.addEventListener('beback-navigate', ({ path }) => {
    history.pushState(null, '', path === '' ? location.pathname : `#${path}`);
    element.signInHref = signInAddress(location);
  });
}
