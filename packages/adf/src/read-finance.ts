import type { AdfFinance } from './adf-document.ts';
import { extraKeys } from './extra-keys.ts';
import { lookup } from './lookup.ts';
import { readNumber } from './read-number.ts';
import { type Reader, takeAttribute, takeText, use } from './reader.ts';
import { deepText, elements, type XmlNode } from './xml-node.ts';

/** `type` of an amount or a balance to the field that holds it. */
const FIELDS = {
  amount: { downpayment: 'downpayment', down: 'downpayment', monthly: 'monthly', total: 'total' },
  balance: { finance: 'balance', residual: 'residual' },
} as const;
const DEFAULT_TYPE = { amount: 'total', balance: 'finance' } as const;

/** Reads how the customer wants to pay; null when nothing of it was sent. */
export function readFinance(reader: Reader, vehicle: XmlNode): AdfFinance | null {
  const node = elements(vehicle, 'finance')[0];
  if (node === undefined) return null;
  const found = new Map<string, number>();
  for (const kind of ['amount', 'balance'] as const) {
    for (const child of elements(node, kind)) {
      const type =
        child.attributes
          .find(({ name }) => name === 'type')
          ?.value.trim()
          .toLowerCase() || DEFAULT_TYPE[kind];
      const field = lookup<string>(FIELDS[kind], type);
      const value = readNumber(deepText(child));
      if (field === undefined || value === null || found.has(field)) continue;
      use(reader, child);
      takeAttribute(reader, child, 'type');
      found.set(field, value);
    }
  }
  const method = takeText(reader, node, ['method'])?.toLowerCase() ?? null;
  const extra: Record<`x-${string}`, string | number> = {};
  for (const [key, text] of Object.entries(extraKeys(node))) {
    extra[key as `x-${string}`] = /^-?\d{1,15}(?:\.\d{1,6})?$/.test(text) ? Number(text) : text;
  }
  if (method === null && found.size === 0 && Object.keys(extra).length === 0) return null;
  const get = (field: string): number | null => found.get(field) ?? null;
  return {
    method,
    downpayment: get('downpayment'),
    monthly: get('monthly'),
    total: get('total'),
    balance: get('balance'),
    residual: get('residual'),
    ...extra,
  };
}
