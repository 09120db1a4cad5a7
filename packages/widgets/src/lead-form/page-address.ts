import { readStored, writeStored } from '../base/store-room.ts';

const STORED = 'beback:campaign';
const CAMPAIGN = /^utm_/;

/**
 * The page's address as it goes with a lead: without the fragment, with the campaign (`utm_…`) that brought the visitor.
 * A visitor who lands with a campaign and looks at three cars before writing still came by that campaign, so the first
 * page's values are kept for the tab and put back where a later page has none.
 */
export function pageAddress(location: { readonly href: string }, storage: () => Storage): string {
  const url = new URL(location.href);
  url.hash = '';
  const here = [...url.searchParams].filter(([name]) => CAMPAIGN.test(name));
  if (here.length > 0) writeStored(storage, STORED, here);
  const campaign = here.length > 0 ? [] : (readStored<readonly (readonly [string, string])[]>(storage, STORED) ?? []);
  for (const [name, value] of campaign) url.searchParams.set(name, value);
  return url.href;
}
