/** The page that a form was sent from: evidence of what was agreed to where, and what brought the visitor. */
export interface SourcePage {
  /** Without the query: pages write names, addresses and searches into it. */
  readonly url: string;
  /** `utm_…`, as the page's address carried them. */
  readonly campaign: Readonly<Record<string, string>>;
}

const CAMPAIGN = /^utm_[a-z_]{1,30}$/;
const LONGEST = { url: 500, value: 200 } as const;

/**
 * What is kept of a page's address; undefined for none that browsers show. Nobody is turned away for it: visitors do
 * not write it.
 *
 * @example
 * sourcePage('https://www.dealer.example/new/bronco?email=ann@mail.example&utm_source=mail');
 * // { url: 'https://www.dealer.example/new/bronco', campaign: { utm_source: 'mail' } }
 */
export function sourcePage(address: string | null | undefined): SourcePage | undefined {
  const url = URL.parse(address ?? '');
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const campaign = [...url.searchParams].filter(([name]) => CAMPAIGN.test(name)).slice(0, 10);
  return {
    url: `${url.origin}${url.pathname}`.slice(0, LONGEST.url),
    campaign: Object.fromEntries(campaign.map(([name, value]) => [name, value.slice(0, LONGEST.value)])),
  };
}
