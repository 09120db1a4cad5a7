import type { AdfAddress, AdfId, AdfProspect, AdfTimeframe } from './adf-document.ts';
import type { AdfWarning } from './adf-warning.ts';
import { buildVehicle } from './build-vehicle.ts';
import { append, appendBlock, draft, placeAt, writeXml, type XmlDraft } from './xml-writer.ts';

/** What to write of a lead: any part of what {@link parseAdf} reads. */
export type AdfLead = Partial<Omit<AdfProspect, 'index' | 'emailsToMatch'>>;

/** What a sender adds to a lead. */
export interface BuildOptions {
  /** Our own id of the lead, appended to the chain with the next sequence number. */
  readonly id?: { readonly value: string; readonly source: string };
}

/** A written lead. */
export interface BuiltAdf {
  /** A UTF-8 document of one prospect. Send it as `text/plain; charset=utf-8`, and as nothing else in the mail. */
  readonly xml: string;
  /** What receivers commonly ask for and this lead has not. Nothing is made up to fill a gap. */
  readonly warnings: readonly AdfWarning[];
}

/** What receivers commonly refuse a lead without (ActiveProspect's list for ADF deliveries). */
const ASKED_FOR: readonly { readonly path: string; readonly has: (lead: AdfLead) => boolean }[] = [
  { path: 'requestdate', has: ({ requestDate }) => typeof requestDate === 'string' },
  { path: 'customer/contact/name[first]', has: ({ firstName }) => (firstName ?? null) !== null },
  { path: 'customer/contact/name[last]', has: ({ lastName }) => (lastName ?? null) !== null },
  { path: 'customer/contact/phone', has: ({ phones }) => (phones ?? []).some(({ e164 }) => e164 !== null) },
  { path: 'vehicle/year', has: (lead) => firstVehicle(lead)?.year != null },
  { path: 'vehicle/make', has: (lead) => firstVehicle(lead)?.make != null },
  { path: 'vehicle/model', has: (lead) => firstVehicle(lead)?.model != null },
  { path: 'vendor/vendorname', has: ({ vendor }) => (vendor ?? null) !== null },
];

/**
 * Writes a lead as strict ADF 1.0: elements in the order of its definition, only its enumerations, dates as ISO 8601,
 * comments as escaped text. Reading it again gives the same lead, but for where a phone rings: ADF has no word for that.
 *
 * @example
 * const { xml } = buildAdf({ fullName: 'Ada Byron', emails: ['ada@example.com'], vendor: 'Harbor Motors' });
 */
export function buildAdf(lead: AdfLead, options: BuildOptions = {}): BuiltAdf {
  const prospect = draft('prospect', { status: lead.status ?? 'new' });
  for (const id of withOwnId(lead.externalIds ?? [], options.id)) appendId(prospect, id);
  const { requestDate } = lead;
  append(
    prospect,
    'requestdate',
    typeof requestDate === 'object' ? (requestDate?.local ?? null) : (requestDate ?? null),
  );
  for (const vehicle of [...(lead.vehicles ?? []), ...(lead.trades ?? [])])
    prospect.children.push(buildVehicle(vehicle));
  appendBlock(prospect, buildCustomer(lead));
  const vendor = draft('vendor');
  for (const id of lead.vendorIds ?? []) appendId(vendor, id);
  append(vendor, 'vendorname', lead.vendor ?? null);
  appendBlock(prospect, vendor);
  appendBlock(prospect, buildProvider(lead));

  const root = draft('adf');
  root.children.push(prospect);
  for (const [path, text] of Object.entries(lead.extensions ?? {})) {
    const ofRoot = path.startsWith('adf/') || path.startsWith('adf@');
    placeAt(ofRoot ? root : prospect, ofRoot ? path.slice(3) : path, text);
  }
  const warnings = ASKED_FOR.filter(({ has }) => !has(lead)).map(({ path }) => ({
    code: 'lead.incomplete' as const,
    prospect: 0,
    path,
    detail: null,
  }));
  return { xml: `<?xml version="1.0" encoding="UTF-8"?>\n<?adf version="1.0"?>\n${writeXml(root)}\n`, warnings };
}

function firstVehicle(lead: AdfLead) {
  return lead.vehicles?.[0] ?? lead.trades?.[0];
}

function withOwnId(ids: readonly AdfId[], own: BuildOptions['id']): readonly AdfId[] {
  const sent = ids.filter(({ from }) => from === 'element');
  if (own === undefined) return sent;
  const last = Math.max(0, ...sent.map(({ sequence }) => sequence ?? 1));
  return [...sent, { ...own, sequence: last + 1, from: 'element' }];
}

function appendId(parent: XmlDraft, { value, source, sequence }: AdfId): void {
  append(parent, 'id', value, { sequence, source });
}

function buildCustomer(lead: AdfLead): XmlDraft {
  const customer = draft('customer');
  const contact = draft('contact');
  const type = lead.nameType ?? 'individual';
  const name = (part: string, text: string | null | undefined): void =>
    append(contact, 'name', text ?? null, { part, type });
  name('first', lead.firstName);
  name('middle', lead.middleName);
  name('last', lead.lastName);
  name('suffix', lead.suffix);
  name('full', lead.fullName);
  for (const email of lead.emails ?? []) append(contact, 'email', email);
  for (const { e164, raw, extension, type: kind, time, preferred } of lead.phones ?? []) {
    const number = e164 === null ? raw : extension === null ? e164 : `${e164} x${extension}`;
    append(contact, 'phone', number, { type: kind, time, preferredcontact: preferred ? 1 : null });
  }
  if (lead.address != null) appendBlock(contact, buildAddress(lead.address));
  append(contact, 'locale', lead.locale ?? null);
  appendBlock(customer, contact);
  for (const id of lead.customerIds ?? []) appendId(customer, id);
  if (lead.timeframe != null) appendBlock(customer, buildTimeframe(lead.timeframe));
  append(customer, 'comments', lead.comments ?? null);
  return customer;
}

function buildAddress(address: AdfAddress): XmlDraft {
  const node = draft('address', { type: address.type });
  for (const [i, line] of address.street.entries()) append(node, 'street', line, { line: i + 1 });
  append(node, 'apartment', address.apartment);
  append(node, 'city', address.city);
  append(node, 'regioncode', address.region);
  append(node, 'postalcode', address.postalCode);
  append(node, 'country', address.country);
  return node;
}

function buildTimeframe(timeframe: AdfTimeframe): XmlDraft {
  const node = draft('timeframe');
  append(node, 'description', timeframe.description);
  append(node, 'earliestdate', timeframe.earliest);
  append(node, 'latestdate', timeframe.latest);
  return node;
}

function buildProvider({ provider }: AdfLead): XmlDraft {
  const node = draft('provider');
  if (provider == null) return node;
  for (const id of provider.ids) appendId(node, id);
  append(node, 'name', provider.name);
  append(node, 'service', provider.service);
  append(node, 'url', provider.url);
  append(node, 'email', provider.email);
  append(node, 'phone', provider.phone);
  return node;
}
