import { ADF_LIMITS } from './limits.ts';
import { meaningful } from './placeholders.ts';
import { isYes } from './read-phones.ts';
import { type Reader, takeAttribute, use, warn } from './reader.ts';
import { deepText, elements, type XmlNode } from './xml-node.ts';

const ELEMENTS = ['email', 'emailaddress', 'email_address', 'e-mail', 'mail'] as const;
const ADDRESS = /^[^\s@<>"(),;:\\[\]]{1,64}@[^\s@<>"(),;:\\[\]]{1,253}\.[^\s@<>"(),;:\\[\].]{2,24}$/;
/** What is typed, by customers and by staff, where an address must be typed. */
const NO_ADDRESS = /^(?:no[-_.]?e?mail|none|na|n-a|nomail|notprovided|declined|refused|unknown|donthaveone)@/i;

/** The addresses in a text: alone, as `Name <address>`, as `mailto:`, several with commas between. */
export function addressesIn(text: string): { readonly addresses: readonly string[]; readonly invalid: boolean } {
  const addresses: string[] = [];
  let invalid = false;
  for (const part of text.split(/[,;\s]+/)) {
    const bare = part.replace(/^[<"'(]*(?:mailto:)?|[>"').]*$/gi, '');
    if (!bare.includes('@')) continue;
    if (ADDRESS.test(bare) && !NO_ADDRESS.test(bare)) addresses.push(bare);
    else invalid = true;
  }
  return { addresses, invalid: invalid || addresses.length === 0 };
}

/** Reads the e-mail addresses of a contact, the preferred first, each once whatever its case. */
export function readEmails(reader: Reader, contact: XmlNode | undefined, more: readonly string[]): readonly string[] {
  const preferred: string[] = [];
  const others: string[] = [];
  const add = (text: string, list: string[]): void => {
    const { addresses, invalid } = addressesIn(text);
    if (invalid) warn(reader, 'email.invalid', 'customer/contact/email');
    list.push(...addresses);
  };
  for (const node of contact === undefined ? [] : elements(contact, ...ELEMENTS).slice(0, ADF_LIMITS.emails)) {
    const text = meaningful(deepText(node));
    const first = isYes(takeAttribute(reader, node, 'preferredcontact'));
    const known = text !== null && addressesIn(text).addresses.length > 0;
    // What is no address stays unread: as an extension it can still be seen.
    if (text === null || known) use(reader, node);
    if (text !== null) add(text, first ? preferred : others);
  }
  for (const text of more) add(text, others);
  const seen = new Set<string>();
  return [...preferred, ...others].filter((address) => {
    const key = address.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}
