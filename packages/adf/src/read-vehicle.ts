import type { AdfColor, AdfOdometer, AdfPrice, AdfVehicle, CommentPart } from './adf-document.ts';
import { tidyLine } from './html-text.ts';
import { lookup } from './lookup.ts';
import { meaningful, meaningfulVehicle } from './placeholders.ts';
import { readComments } from './read-comments.ts';
import { readFinance } from './read-finance.ts';
import { readIds } from './read-ids.ts';
import { readNumber, readWhole } from './read-number.ts';
import { type Reader, takeAttribute, takeText, takeValue, use, useAll, warn } from './reader.ts';
import { hasVinCheckDigit, hasVinShape, normalizeVin } from './vin.ts';
import { deepText, elements, type XmlNode } from './xml-node.ts';

/** What senders call the interest. Everything else is taken for an interest to buy, as the definition's default is. */
const INTERESTS: Readonly<Record<string, AdfVehicle['interest']>> = {
  buy: 'buy',
  lease: 'lease',
  sell: 'sell',
  'trade-in': 'trade-in',
  'trade in': 'trade-in',
  trade_in: 'trade-in',
  tradein: 'trade-in',
  trade: 'trade-in',
  'test-drive': 'test-drive',
  'test drive': 'test-drive',
  testdrive: 'test-drive',
  test_drive: 'test-drive',
};

const STATUSES: Readonly<Record<string, 'new' | 'used'>> = {
  new: 'new',
  used: 'used',
  'pre-owned': 'used',
  preowned: 'used',
  certified: 'used',
  cpo: 'used',
  demo: 'used',
};

const UNITS: Readonly<Record<string, 'mi' | 'km'>> = {
  mi: 'mi',
  mile: 'mi',
  miles: 'mi',
  m: 'mi',
  km: 'km',
  kms: 'km',
  k: 'km',
  kilometer: 'km',
  kilometers: 'km',
  kilometre: 'km',
  kilometres: 'km',
};

const ODOMETER_STATUSES = ['unknown', 'rolledover', 'replaced', 'original'] as const;

export interface ReadVehicle {
  readonly node: XmlNode;
  readonly vehicle: AdfVehicle;
  readonly comments: readonly CommentPart[];
}

export function isTrade(vehicle: AdfVehicle): boolean {
  return vehicle.interest === 'trade-in' || vehicle.interest === 'sell';
}

/** Whether the document tells anything about a vehicle: an interest and a comment alone are none. */
export function isVehicle(vehicle: AdfVehicle): boolean {
  const { year, make, model, trim, vin, stock, bodyStyle, odometer, colors, price, options, finance } = vehicle;
  return (
    [year, make, model, trim, vin, stock, bodyStyle, finance].some((field) => field !== null) ||
    (odometer !== null && odometer.value > 0) ||
    (price !== null && price.amount > 0) ||
    colors.length > 0 ||
    options.length > 0
  );
}

export function readVehicle(reader: Reader, node: XmlNode): ReadVehicle {
  const interest = lookup(INTERESTS, (takeAttribute(reader, node, 'interest') ?? 'buy').toLowerCase()) ?? 'buy';
  const vehicleText = (names: readonly string[]): string | null => takeText(reader, node, names, meaningfulVehicle);
  const comments = readComments(reader, node, 'vehicle');
  const { price, priceComments } = readPrice(reader, node);
  const vehicle: AdfVehicle = {
    interest,
    status: readStatus(reader, node, interest),
    year: takeValue(
      reader,
      node,
      ['year', 'modelyear'],
      (text) => readYear(text, reader.receivedAt),
      meaningfulVehicle,
    ),
    make: vehicleText(['make']),
    model: vehicleText(['model']),
    trim: vehicleText(['trim']),
    vin: readVin(reader, node),
    stock: takeText(reader, node, ['stock', 'stocknumber', 'stock_number', 'stockno', 'stocknum']),
    doors: takeValue(reader, node, ['doors'], readWhole),
    bodyStyle: takeText(reader, node, ['bodystyle', 'body']),
    transmission: takeText(reader, node, ['transmission']),
    odometer: readOdometer(reader, node),
    condition: takeText(reader, node, ['condition'])?.toLowerCase() ?? null,
    colors: readColors(reader, node),
    price,
    priceComments,
    options: readOptions(reader, node),
    finance: readFinance(reader, node),
    comments: comments.map(({ text }) => text).join('\n') || null,
    ids: readIds(reader, node),
    from: {},
  };
  return { node, vehicle, comments };
}

/** New unless said otherwise, as the definition has it; but of a car that the customer owns nobody can say so. */
function readStatus(reader: Reader, node: XmlNode, interest: AdfVehicle['interest']): 'new' | 'used' | null {
  const sent = node.attributes.find(({ name }) => name === 'status');
  if (sent === undefined) return interest === 'trade-in' || interest === 'sell' ? null : 'new';
  const status = lookup(STATUSES, sent.value.trim().toLowerCase()) ?? null;
  if (status !== null) takeAttribute(reader, node, 'status');
  return status;
}

/** A model year with four digits, or with two; never more than two years ahead. */
export function readYear(text: string, receivedAt: number): number | null {
  const digits = /^'?(\d{4}|\d{2})(?:\.0)?$/.exec(tidyLine(text))?.[1];
  if (digits === undefined) return null;
  const newest = new Date(receivedAt).getUTCFullYear() + 2;
  const year = Number(digits);
  if (digits.length === 4) return year >= 1900 && year <= newest ? year : null;
  return 2000 + year <= newest ? 2000 + year : 1900 + year;
}

function readVin(reader: Reader, node: XmlNode): string | null {
  const vin = takeText(reader, node, ['vin']);
  if (vin === null) return null;
  const plain = normalizeVin(vin);
  if (!hasVinShape(plain)) warn(reader, 'vehicle.vinShape', 'vehicle/vin');
  else if (!hasVinCheckDigit(plain)) warn(reader, 'vehicle.vinCheckDigit', 'vehicle/vin');
  return plain;
}

function readOdometer(reader: Reader, node: XmlNode): AdfOdometer | null {
  const odometer = elements(node, 'odometer', 'mileage', 'miles').find((one) => readNumber(deepText(one)) !== null);
  if (odometer === undefined) return null;
  const value = readNumber(deepText(odometer)) ?? 0;
  // Some nest <value>, <units> and <status> in it.
  const word = (name: string, ...names: readonly string[]): string => {
    const inner = elements(odometer, name, ...names)[0];
    return (takeAttribute(reader, odometer, name, ...names) ?? (inner === undefined ? '' : deepText(inner)))
      .trim()
      .toLowerCase();
  };
  const units = lookup(UNITS, word('units', 'unit')) ?? null;
  const sentStatus = word('status');
  useAll(reader, odometer);
  return { value, units, status: ODOMETER_STATUSES.find((status) => status === sentStatus) ?? null };
}

function readColors(reader: Reader, node: XmlNode): readonly AdfColor[] {
  return elements(node, 'colorcombination')
    .map((color) => ({
      interior: takeText(reader, color, ['interiorcolor']),
      exterior: takeText(reader, color, ['exteriorcolor']),
      preference: takeValue(reader, color, ['preference'], readWhole),
    }))
    .filter(({ interior, exterior }) => interior !== null || exterior !== null)
    .sort((a, b) => (a.preference ?? Number.MAX_SAFE_INTEGER) - (b.preference ?? Number.MAX_SAFE_INTEGER));
}

function readOptions(reader: Reader, node: XmlNode): readonly string[] {
  return elements(node, 'option')
    .map((option) => takeText(reader, option, ['optionname']))
    .filter((name) => name !== null);
}

/** The first price that is a number; words such as "Call for price" go to the price comments. */
function readPrice(
  reader: Reader,
  node: XmlNode,
): { readonly price: AdfPrice | null; readonly priceComments: string | null } {
  const words = [takeText(reader, node, ['pricecomments'])];
  let price: AdfPrice | null = null;
  for (const sent of elements(node, 'price')) {
    const text = meaningful(deepText(sent));
    const amount = text === null ? null : readNumber(text);
    if (amount === 0) {
      // A template's way to say that there is no price.
      useAll(reader, sent);
    } else if (amount === null) {
      use(reader, sent);
      words.push(text);
    } else if (price === null) {
      use(reader, sent);
      const type = takeAttribute(reader, sent, 'type')?.toLowerCase() ?? 'quote';
      price = { amount, type, currency: takeAttribute(reader, sent, 'currency')?.toUpperCase() ?? null };
    }
  }
  return { price, priceComments: words.filter((text) => text !== null).join('\n') || null };
}
