import type { AdfAddress } from './adf-document.ts';
import { countryCode } from './countries.ts';
import { meaningful } from './placeholders.ts';
import { type Reader, takeAttribute, takeText, takeValue, use, warn } from './reader.ts';
import { deepText, elements, type XmlNode } from './xml-node.ts';

/** Reads a contact's address; null when nothing of one was sent. */
export function readAddress(reader: Reader, contact: XmlNode | undefined): AdfAddress | null {
  const node = contact === undefined ? undefined : elements(contact, 'address')[0];
  if (node === undefined) return null;
  const lines = elements(node, 'street').map((street) => {
    use(reader, street);
    const line = Number(takeAttribute(reader, street, 'line') ?? Number.NaN);
    return { line, text: meaningful(deepText(street)) };
  });
  const street = lines
    .sort((a, b) => a.line - b.line || 0)
    .map(({ text }) => text)
    .filter((text) => text !== null);
  let strange = false;
  const country = takeValue(reader, node, ['country'], (text) => {
    const code = countryCode(text);
    strange ||= code === null;
    return code;
  });
  if (strange) warn(reader, 'country.invalid', 'customer/contact/address/country');
  const address = {
    street,
    apartment: takeText(reader, node, ['apartment', 'unit']),
    city: takeText(reader, node, ['city']),
    region: takeText(reader, node, ['regioncode', 'region', 'state', 'province']),
    postalCode: takeText(reader, node, ['postalcode', 'zip', 'zipcode']),
    country,
    type: takeAttribute(reader, node, 'type')?.toLowerCase() ?? null,
  };
  const empty =
    street.length === 0 &&
    Object.entries(address).every(([key, value]) => key === 'street' || key === 'type' || value === null);
  return empty ? null : address;
}
