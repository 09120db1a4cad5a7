import { type AdfPhone, type AdfProspect, type AdfVehicle, leadIdOf } from '@beback/adf';
import type { Inquiry, LeadVehicle } from '../lead/inquiry.ts';
import type { StoreRules } from '../store/store-rules.ts';

/** A prospect of an ADF document in our form. */
export function inquiryOfProspect(prospect: AdfProspect, rules: StoreRules): Inquiry {
  const { provider, address } = prospect;
  const leadId = leadIdOf(prospect);
  const phones = prospect.phones.filter(({ type }) => type === 'voice' || type === 'cellphone');
  return {
    origin: 'internet',
    source: provider?.name ?? leadId?.source ?? 'ADF',
    ...(leadId !== null && { externalId: leadId.value }),
    name: {
      ...(prospect.firstName !== null && { first: prospect.firstName }),
      ...(prospect.lastName !== null && { last: prospect.lastName }),
      ...(prospect.fullName !== null && { full: prospect.fullName }),
    },
    phones: phones.map(writtenPhone),
    workPhones: phones.filter(({ place }) => place === 'work').map(writtenPhone),
    emails: prospect.emails,
    ofBusinesses: {
      phones: given([rules.phone, provider?.phone]),
      emails: given([rules.email, provider?.email]),
    },
    place: {
      ...(address?.region != null && { region: address.region }),
      ...(address?.postalCode != null && { postalCode: address.postalCode }),
    },
    vehicles: prospect.vehicles.map(leadVehicle),
    trades: prospect.trades.map(leadVehicle),
    comment: prospect.comments,
  };
}

function writtenPhone({ e164, raw, extension }: AdfPhone): string {
  return e164 === null ? raw : `${e164}${extension === null ? '' : ` x${extension}`}`;
}

function leadVehicle(vehicle: AdfVehicle): LeadVehicle {
  const { interest, status, year, make, model, trim, vin, stock } = vehicle;
  return {
    interest,
    ...(status !== null && { status }),
    ...(year !== null && { year }),
    ...(make !== null && { make }),
    ...(model !== null && { model }),
    ...(trim !== null && { trim }),
    ...(vin !== null && { vin }),
    ...(stock !== null && { stock }),
  };
}

function given(texts: readonly (string | null | undefined)[]): readonly string[] {
  return texts.filter((text) => text != null);
}
