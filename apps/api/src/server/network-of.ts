import { isIPv6 } from 'node:net';

const IPV4_INSIDE = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/**
 * What of a client's address counts for limits. Of IPv6 it is the network, the first 64 bits: every line of a provider
 * gets at least so many addresses (RFC 6177), and who has them all must not get a limit for each.
 *
 * @example
 * networkOf('2001:db8::1'); // '2001:db8:0:0'
 */
export function networkOf(address: string): string {
  const inside = IPV4_INSIDE.exec(address)?.[1];
  if (inside !== undefined) return inside;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%', 1)[0]?.split('::', 2) ?? [];
  const groups = (text: string): readonly string[] => (text === '' ? [] : text.split(':'));
  // An IPv4 address at the end stands for two groups; those are not among the first four.
  const after = groups(tail ?? '').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
  const zeros = tail === undefined ? 0 : 8 - groups(head).length - after.length;
  const all = [...groups(head), ...Array<string>(Math.max(0, zeros)).fill('0'), ...after];
  return all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
