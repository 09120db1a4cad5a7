import '@beback/widgets/board';
import { showBar } from '../parts/bar.ts';
import { client } from '../session.ts';

const board = document.querySelector('beback-board');
if (board !== null) {
  board.client = client;
  // The place stands behind the #: a link leads to it, and the browser's own way back works.
  const readAddress = (): void => {
    board.path = location.hash.slice(1);
  };
  readAddress();
  addEventListener('popstate', readAddress);
  addEventListener('hashchange', readAddress);
  board.addEventListener('beback-navigate', ({ path }) => {
    history.pushState(null, '', path === '' ? location.pathname : `#${path}`);
  });
}
await showBar({ membersOnly: true, onTimeSet: () => board?.refresh() });
