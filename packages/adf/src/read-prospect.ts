import type { AdfProspect, AdfTimeframe } from './adf-document.ts';
import { type CommentFacts, commentFacts, fillFromComment, idsFromComments } from './comment-facts.ts';
import { collectExtensions } from './extensions.ts';
import { hasCustomer } from './has-customer.ts';
import { ADF_LIMITS } from './limits.ts';
import { meaningful } from './placeholders.ts';
import { readAddress } from './read-address.ts';
import { readComments } from './read-comments.ts';
import { readDate } from './read-date.ts';
import { readEmails } from './read-emails.ts';
import { readIds } from './read-ids.ts';
import { readName } from './read-name.ts';
import { addressesOf, readProvider, readTimeframe, readVendor } from './read-parties.ts';
import { readPhones } from './read-phones.ts';
import { isTrade, isVehicle, type ReadVehicle, readVehicle } from './read-vehicle.ts';
import { type Reader, takeAttribute, takeText, use, warn } from './reader.ts';
import { COMMENT_ELEMENTS } from './vocabulary.ts';
import { deepText, elements, findDeep, type XmlNode } from './xml-node.ts';

/** Where no part of a prospect is looked for. */
const CLOSED: ReadonlySet<string> = new Set([
  ...COMMENT_ELEMENTS,
  'prospect',
  'vehicle',
  'customer',
  'vendor',
  'provider',
]);

/** Reads one prospect. `root` is the document: some put vendor and provider there. */
export function readProspect(reader: Reader, node: XmlNode, root: XmlNode): AdfProspect {
  const part = (name: string): XmlNode | undefined => findDeep(node, name, CLOSED) ?? elements(root, name)[0];
  const [customer, vendorBlock, providerBlock] = [part('customer'), part('vendor'), part('provider')];
  const contact = customer === undefined ? undefined : (primaryContact(customer) ?? customer);

  if (contact !== undefined) takeAttribute(reader, contact, 'primarycontact');
  const status = takeAttribute(reader, node, 'status')?.toLowerCase() === 'resend' ? 'resend' : 'new';
  const address = readAddress(reader, contact);
  const { phones, emails: strayEmails } = readPhones(reader, contact, address?.country ?? null);
  const emails = readEmails(reader, contact, strayEmails);
  const businesses = new Set([...addressesOf(vendorBlock), ...addressesOf(providerBlock)]);
  const emailsToMatch = emails.filter((address) => !businesses.has(address.toLowerCase()));
  if (emailsToMatch.length < emails.length) warn(reader, 'email.ofProvider', 'customer/contact/email');

  const sent = readVehicles(reader, node);
  const spoken = [
    ...readComments(reader, customer, 'customer'),
    ...(contact === customer ? [] : readComments(reader, contact, 'contact')),
    ...readComments(reader, node, 'prospect'),
  ];
  const commentParts = [...spoken, ...sent.flatMap(({ comments }) => comments)];
  const facts = spoken.map(({ text }) => commentFacts(text));
  const read = fillVehicles(reader, sent, facts);
  const kept = read.filter(({ vehicle }) => isVehicle(vehicle));
  const wanted = kept.filter(({ vehicle }) => !isTrade(vehicle));
  const given = kept.filter(({ vehicle }) => isTrade(vehicle));

  const prospect: Omit<AdfProspect, 'extensions'> = {
    index: reader.prospect,
    status,
    externalIds: [...readIds(reader, node), ...idsFromComments(facts)],
    customerIds: [...readIds(reader, customer), ...(contact === customer ? [] : readIds(reader, contact))],
    requestDate: readRequestDate(reader, node),
    ...readName(reader, contact),
    emails,
    emailsToMatch,
    phones,
    address,
    locale: takeText(reader, contact, ['locale', 'language', 'preferredlanguage']),
    timeframe: readTimeframe(reader, customer) ?? timeframeFrom(facts),
    comments: spoken.map(({ text }) => text).join('\n'),
    commentParts,
    vehicles: wanted.map(({ vehicle }) => vehicle),
    trades: given.map(({ vehicle }) => vehicle),
    ...readVendor(reader, vendorBlock),
    provider: readProvider(reader, providerBlock),
  };
  if (!hasCustomer(prospect)) warn(reader, 'customer.none', 'customer');

  // Paths count vehicles in the order of the result, and know the parts by their proper place.
  const ordered = [...wanted, ...given, ...read.filter((one) => !kept.includes(one))].map((one) => one.node);
  const strays = [customer, vendorBlock, providerBlock].filter(
    (block) => block !== undefined && elements(root).includes(block),
  );
  const own = elements(node).filter((child) => child.name !== 'vehicle');
  const outside = elements(root).filter(
    (child) => child !== node && child.name !== 'prospect' && !strays.includes(child),
  );
  const extensions = collectExtensions(reader, [
    { path: '', node, children: [...ordered, ...own, ...(strays as readonly XmlNode[])] },
    ...(root === node ? [] : [{ path: 'adf', node: root, children: outside }]),
  ]);
  return { ...prospect, extensions };
}

function primaryContact(customer: XmlNode): XmlNode | undefined {
  const contacts = elements(customer, 'contact');
  return (
    contacts.find((one) => one.attributes.some(({ name, value }) => name === 'primarycontact' && value === '1')) ??
    contacts[0]
  );
}

function readVehicles(reader: Reader, node: XmlNode): readonly ReadVehicle[] {
  const nodes = elements(node, 'vehicle');
  if (nodes.length > ADF_LIMITS.vehicles) warn(reader, 'vehicle.tooMany', 'vehicle', String(nodes.length));
  return nodes.slice(0, ADF_LIMITS.vehicles).map((vehicle) => readVehicle(reader, vehicle));
}

/** Only when one vehicle was sent is it plain which one a comment means. */
function fillVehicles(
  reader: Reader,
  sent: readonly ReadVehicle[],
  facts: readonly CommentFacts[],
): readonly ReadVehicle[] {
  if (sent.length !== 1) return sent;
  return sent.map((one) => {
    const own = one.comments.map(({ text }) => commentFacts(text));
    const vehicle = [...facts, ...own].reduce(
      (filled, told) => fillFromComment(filled, told, reader.receivedAt),
      one.vehicle,
    );
    for (const field of Object.keys(vehicle.from)) warn(reader, 'vehicle.fromComment', `vehicle/${field}`);
    return { ...one, vehicle };
  });
}

function timeframeFrom(facts: readonly CommentFacts[]): AdfTimeframe | null {
  const fact = facts.find(({ timeframe }) => timeframe !== undefined)?.timeframe;
  return fact === undefined ? null : { description: fact.text, earliest: null, latest: null };
}

function readRequestDate(reader: Reader, node: XmlNode): AdfProspect['requestDate'] {
  const sent = elements(node, 'requestdate').find((one) => meaningful(deepText(one)) !== null);
  if (sent === undefined) return null;
  const date = readDate(deepText(sent), reader);
  if (date === null) {
    warn(reader, 'requestDate.unreadable', 'requestdate');
    return null;
  }
  use(reader, sent);
  if (date.asUtc) warn(reader, 'requestDate.readAsUtc', 'requestdate');
  else if (date.repaired) warn(reader, 'requestDate.repaired', 'requestdate');
  return date.value;
}
