import '@beback/widgets/board';
import { showBar } from '../parts/bar.ts';
import { keepPlaceInAddress } from '../parts/place-in-address.ts';
import { client } from '../session.ts';

const board = document.querySelector('beback-board');
if (board !== null) {
  board.client = client;
  keepPlaceInAddress(board);
}
await showBar({ membersOnly: true, onTimeSet: () => board?.refresh() });
