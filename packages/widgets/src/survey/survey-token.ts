/**
 * The token of a personal link. A link carries it behind the `#`, where neither a server's log nor a `Referer` sees it;
 * `?token=` is read too, for mail programs that cut fragments off.
 *
 * @example
 * tokenOf('https://dealer.example/survey/#token=abc'); // 'abc'
 */
export function tokenOf(href: string): string | undefined {
  const url = new URL(href);
  const fragment = url.hash.slice(1);
  const named = new URLSearchParams(fragment).get('token');
  const bare = /^[\w.~-]+$/.test(fragment) ? fragment : undefined;
  return named || bare || url.searchParams.get('token') || undefined;
}
