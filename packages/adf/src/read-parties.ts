import type { AdfId, AdfProvider, AdfTimeframe } from './adf-document.ts';
import { extraKeys } from './extra-keys.ts';
import { meaningful } from './placeholders.ts';
import { readPlainDate } from './read-date.ts';
import { addressesIn } from './read-emails.ts';
import { readIds } from './read-ids.ts';
import { readBusinessName } from './read-name.ts';
import { type Reader, takeText, takeValue, use } from './reader.ts';
import { deepText, elements, ownText, type XmlNode } from './xml-node.ts';

/** Reads who sent the lead; null when the block is missing or empty. Its contact is left to the extensions. */
export function readProvider(reader: Reader, block: XmlNode | undefined): AdfProvider | null {
  if (block === undefined) return null;
  const contact = elements(block, 'contact')[0];
  const provider: AdfProvider = {
    name: readBusinessName(reader, block) ?? (contact === undefined ? null : readBusinessName(reader, contact)),
    service: takeText(reader, block, ['service']),
    url: takeText(reader, block, ['url']),
    email: takeText(reader, block, ['email']),
    phone: takeText(reader, block, ['phone']),
    ids: readIds(reader, block),
    ...extraKeys(block),
  };
  return Object.values(provider).every((value) => value === null || (Array.isArray(value) && value.length === 0))
    ? null
    : provider;
}

/** Reads the name of the dealer that the lead is for, from wherever the block tells it. */
export function readVendor(
  reader: Reader,
  block: XmlNode | undefined,
): { readonly vendor: string | null; readonly vendorIds: readonly AdfId[] } {
  if (block === undefined) return { vendor: null, vendorIds: [] };
  const contact = elements(block, 'contact')[0];
  const vendor =
    takeText(reader, block, ['vendorname', 'vendor_name', 'dealername']) ??
    readBusinessName(reader, block) ??
    (contact === undefined ? null : readBusinessName(reader, contact));
  return { vendor, vendorIds: readIds(reader, block) };
}

/** The e-mail addresses in a block, in lower case: they identify a business, never a customer. */
export function addressesOf(block: XmlNode | undefined): readonly string[] {
  if (block === undefined) return [];
  return [block, ...elements(block, 'contact')]
    .flatMap((node) => elements(node, 'email'))
    .flatMap((node) => addressesIn(deepText(node)).addresses)
    .map((address) => address.toLowerCase());
}

/** Reads when the customer wants to buy: elements as the specification has them, or plain text as its definition has it. */
export function readTimeframe(reader: Reader, customer: XmlNode | undefined): AdfTimeframe | null {
  const node = customer === undefined ? undefined : elements(customer, 'timeframe')[0];
  if (node === undefined) return null;
  const plain = meaningful(ownText(node));
  const date = (text: string): string | null => readPlainDate(text, reader);
  const timeframe = {
    description: takeText(reader, node, ['description']) ?? plain,
    earliest: takeValue(reader, node, ['earliestdate'], date),
    latest: takeValue(reader, node, ['latestdate'], date),
  };
  if (timeframe.description === plain) use(reader, node);
  return Object.values(timeframe).every((value) => value === null) ? null : timeframe;
}
