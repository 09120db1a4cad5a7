const STORED = 'beback:campaign';
const CAMPAIGN = /^utm_/;

/**
 * The page's address as it goes with a lead: without the fragment, with the campaign (`utm_…`) that brought the visitor.
 * A visitor who lands with a campaign and looks at three cars before writing still came by that campaign, so the first
 * page's values are kept for the tab and put back where a later page has none.
 */
export function pageAddress(
  location: { readonly href: string },
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): string {
  const url = new URL(location.href);
  url.hash = '';
  const here = [...url.searchParams].filter(([name]) => CAMPAIGN.test(name));
  try {
    if (here.length > 0) storage.setItem(STORED, JSON.stringify(here));
    else for (const [name, value] of readStored(storage)) url.searchParams.set(name, value);
  } catch {
    // A page may forbid storage: then only its own address tells.
  }
  return url.href;
}

function readStored(storage: Pick<Storage, 'getItem'>): readonly (readonly [string, string])[] {
  const stored: unknown = JSON.parse(storage.getItem(STORED) ?? '[]');
  return Array.isArray(stored) ? stored : [];
}
