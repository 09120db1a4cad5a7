import {
  type Attempt,
  BASIS_LAWS,
  type Basis,
  type BasisLaw,
  type ContactHistory,
  consentFor,
  type Mark,
  type Purpose,
  REVOCATION_LAW,
  type Reason,
  reason,
} from '@beback/core';
import { evidenceOf, holds, type Places, utcDateOf } from './temporal-laws.ts';

type Ground =
  | { readonly ok: true; readonly until: number; readonly reasons: readonly Reason[] }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** Whether there is a ground for a contact, until when, and why. */
export function groundOf(customer: ContactHistory, attempt: Attempt, places: Places, now: Temporal.Instant): Ground {
  const { purpose, channel } = attempt;
  const asked = groundFor(purpose, customer, attempt, places, now);
  if (purpose !== 'replyToInquiry' || consentFor(customer, channel, purpose).kind === 'revoked') return asked;
  const asMarketing = groundFor('marketing', customer, attempt, places, now);
  if (!asked.ok) return asMarketing.ok ? asMarketing : asked;
  return asMarketing.ok && asMarketing.until > asked.until ? { ...asked, until: asMarketing.until } : asked;
}

function groundFor(
  purpose: Purpose,
  customer: ContactHistory,
  { channel, automated }: Attempt,
  places: Places,
  now: Temporal.Instant,
): Ground {
  const said = consentFor(customer, channel, purpose);
  if (said.kind === 'revoked') {
    const data = { channel, purpose, revokedAt: said.act.at, ...evidenceOf(REVOCATION_LAW) };
    return { ok: false, reasons: [reason('contact.revoked', data, { facts: [said.act.fact] })] };
  }
  const today = utcDateOf(now);
  const laws = BASIS_LAWS.filter(
    (law) =>
      law.channels.includes(channel) &&
      law.purposes.includes(purpose) &&
      (automated || law.automatedOnly !== true) &&
      holds(law, places, today),
  );
  let until = Number.POSITIVE_INFINITY;
  const [reasons, missing]: [Reason[], Reason[]] = [[], []];
  for (const law of laws) {
    const best = bestOf(law, customer, said, now);
    if (best === undefined) {
      missing.push(missingReason(law, channel, purpose));
      continue;
    }
    until = Math.min(until, best.until);
    const lasting = Number.isFinite(best.until) ? { until: best.until } : {};
    const data = { channel, purpose, ...lasting, ...evidenceOf(law) };
    reasons.push(reason(`contact.basis.${best.kind}`, data, { facts: [best.mark.fact] }));
  }
  if (missing.length > 0) return { ok: false, reasons: missing };
  if (laws.length === 0) reasons.push(reason('contact.noConsentNeeded', { channel, purpose }));
  return { ok: true, until, reasons };
}

interface Found {
  readonly kind: Basis['kind'];
  readonly until: number;
  readonly mark: Mark;
}

function bestOf(
  law: BasisLaw,
  customer: ContactHistory,
  said: ReturnType<typeof consentFor>,
  now: Temporal.Instant,
): Found | undefined {
  let best: Found | undefined;
  for (const basis of law.anyOf) {
    const mark = markOf(basis, customer, said);
    if (mark === undefined) continue;
    const until = 'months' in basis ? monthsAfter(mark, basis.months) : Number.POSITIVE_INFINITY;
    if (until > (best?.until ?? now.epochMilliseconds)) best = { kind: basis.kind, until, mark };
  }
  return best;
}

function markOf(basis: Basis, customer: ContactHistory, said: ReturnType<typeof consentFor>): Mark | undefined {
  if (basis.kind === 'inquiry') return customer.inquiries.at(-1);
  if (basis.kind === 'purchase') return customer.purchases.at(-1);
  return said.kind === 'given' && (basis.kind === 'consent' || said.written) ? said.act : undefined;
}

function monthsAfter({ at }: Mark, months: number): number {
  const begun = utcDateOf(Temporal.Instant.fromEpochMilliseconds(at));
  return begun.add({ months }).toZonedDateTime('UTC').epochMilliseconds;
}

function missingReason(law: BasisLaw, channel: string, purpose: Purpose): Reason {
  const code = law.anyOf.every(({ kind }) => kind === 'writtenConsent') ? 'noWrittenConsent' : 'noBasis';
  const months = law.anyOf.flatMap((basis) => ('months' in basis ? [[`${basis.kind}Months`, basis.months]] : []));
  return reason(`contact.${code}`, { channel, purpose, ...Object.fromEntries(months), ...evidenceOf(law) });
}
