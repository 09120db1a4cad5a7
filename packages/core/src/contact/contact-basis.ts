import { consentFor } from '../consent/consent-for.ts';
import type { ContactHistory, Purchase } from '../consent/contact-history.ts';
import { addMonths, dayNumber, dayOfNumber } from '../spine/day.ts';
import { DAY_24H } from '../spine/instant.ts';
import { compareMarks, type Mark } from '../spine/mark.ts';
import type { Reason } from '../spine/reason.ts';
import type { Purpose } from '../spine/words.ts';
import type { Attempt } from './attempt.ts';
import { BASIS_LAWS, type Basis, type BasisLaw } from './basis-laws.ts';
import { holds, type Law, lawEvidence } from './law.ts';
import { contactReason } from './reason-texts.ts';
import { revokedReason } from './revoked-reason.ts';

/** Whether there is a ground for a contact at all, whatever the hour. */
export type Ground =
  | { readonly ok: true; readonly until: number; readonly reasons: readonly Reason[] }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/**
 * The ground of a contact at an instant, and until when it holds (Infinity: until the customer says otherwise).
 * A reply whose inquiry has grown old is marketing, and lawful where marketing is.
 */
export function groundAt(
  customer: ContactHistory,
  attempt: Attempt,
  jurisdictions: readonly Law['in'][],
  at: number,
): Ground {
  const asked = groundFor(attempt.purpose, customer, attempt, jurisdictions, at);
  if (attempt.purpose !== 'replyToInquiry' || isRevoked(asked)) return asked;
  const asMarketing = groundFor('marketing', customer, attempt, jurisdictions, at);
  if (!asked.ok) return asMarketing.ok ? asMarketing : asked;
  return asMarketing.ok && asMarketing.until > asked.until ? { ...asked, until: asMarketing.until } : asked;
}

function isRevoked(ground: Ground): boolean {
  return ground.reasons.some((why) => why.code === 'contact.revoked');
}

function groundFor(
  purpose: Purpose,
  customer: ContactHistory,
  attempt: Attempt,
  jurisdictions: readonly Law['in'][],
  at: number,
): Ground {
  const { channel } = attempt;
  const said = consentFor(customer, channel, purpose);
  if (said.kind === 'revoked') {
    return { ok: false, reasons: [revokedReason(said.act, channel, purpose)] };
  }
  const today = Math.floor(at / DAY_24H);
  const laws = BASIS_LAWS.filter(
    (row) =>
      row.channels.includes(channel) &&
      row.purposes.includes(purpose) &&
      (attempt.automated || row.automatedOnly !== true) &&
      holds(row, jurisdictions, today),
  );
  if (laws.length === 0) {
    const free = contactReason('contact.noConsentNeeded', { channel, purpose });
    return { ok: true, until: Number.POSITIVE_INFINITY, reasons: [free] };
  }
  const grounds = laws.map((row) => groundUnder(row, purpose, customer, attempt, at));
  const missing = grounds.filter((ground) => !ground.ok);
  if (missing.length > 0) return { ok: false, reasons: missing.flatMap((ground) => ground.reasons) };
  const until = Math.min(...grounds.map((ground) => (ground.ok ? ground.until : Number.NEGATIVE_INFINITY)));
  return { ok: true, until, reasons: grounds.flatMap((ground) => ground.reasons) };
}

function groundUnder(row: BasisLaw, purpose: Purpose, customer: ContactHistory, attempt: Attempt, at: number): Ground {
  const { channel } = attempt;
  let best: { readonly basis: Basis; readonly until: number; readonly mark: Mark } | undefined;
  for (const basis of row.anyOf) {
    const found = evidenceOf(basis, purpose, customer, attempt);
    // Of several that hold, the one that lasts longest.
    if (found === undefined || found.until <= (best?.until ?? at)) continue;
    best = { basis, ...found };
  }
  const evidence = lawEvidence(row);
  if (best === undefined) {
    const written = row.anyOf.every((basis) => basis.kind === 'writtenConsent');
    const code = written ? 'contact.noWrittenConsent' : 'contact.noBasis';
    return { ok: false, reasons: [contactReason(code, { channel, purpose, ...monthsOf(row), ...evidence })] };
  }
  const lasting = Number.isFinite(best.until) ? { until: best.until } : {};
  const data = { channel, purpose, ...lasting, ...evidence };
  return {
    ok: true,
    until: best.until,
    reasons: [contactReason(`contact.basis.${best.basis.kind}`, data, { facts: [best.mark.fact] })],
  };
}

function evidenceOf(
  basis: Basis,
  purpose: Purpose,
  customer: ContactHistory,
  attempt: Attempt,
): { readonly until: number; readonly mark: Mark } | undefined {
  switch (basis.kind) {
    case 'consent':
    case 'writtenConsent': {
      const said = consentFor(customer, attempt.channel, purpose);
      if (said.kind !== 'given' || (basis.kind === 'writtenConsent' && !said.written)) return undefined;
      return { until: Number.POSITIVE_INFINITY, mark: said.act };
    }
    case 'inquiry':
      return lasting(customer.inquiries.at(-1), basis.months);
    case 'purchase': {
      return lasting(
        customer.purchases.findLast((deal) => !isUndone(deal, customer)),
        basis.months,
      );
    }
  }
}

function isUndone(deal: Purchase, customer: ContactHistory): boolean {
  return customer.unwound.some((end) => end.opportunityId === deal.opportunityId && compareMarks(end, deal) > 0);
}

/** Months are counted by UTC days, and end at the start of the last one: hours early rather than late anywhere. */
function lasting(mark: Mark | undefined, months: number): { readonly until: number; readonly mark: Mark } | undefined {
  if (mark === undefined) return undefined;
  const begun = dayOfNumber(Math.floor(mark.at / DAY_24H));
  return { until: dayNumber(addMonths(begun, months)) * DAY_24H, mark };
}

function monthsOf(row: BasisLaw): Readonly<Record<string, number>> {
  return Object.fromEntries(
    row.anyOf.flatMap((basis) => ('months' in basis ? [[`${basis.kind}Months`, basis.months]] : [])),
  );
}
