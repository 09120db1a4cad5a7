/**
 * The element names of ADF 1.0 by what they hold, children in the order of the document type definition
 * (kept at github.com/carmelosantana/sendadf, docs/adf-1.0.dtd).
 */
export const ADF_ORDER = {
  adf: ['prospect'],
  prospect: ['id', 'requestdate', 'vehicle', 'customer', 'vendor', 'provider'],
  vehicle: [
    'id',
    'year',
    'make',
    'model',
    'vin',
    'stock',
    'trim',
    'doors',
    'bodystyle',
    'transmission',
    'odometer',
    'condition',
    'colorcombination',
    'imagetag',
    'price',
    'pricecomments',
    'option',
    'finance',
    'comments',
  ],
  colorcombination: ['interiorcolor', 'exteriorcolor', 'preference'],
  option: ['optionname', 'manufacturercode', 'stock', 'weighting', 'price'],
  finance: ['method', 'amount', 'balance'],
  customer: ['contact', 'id', 'timeframe', 'comments'],
  timeframe: ['description', 'earliestdate', 'latestdate'],
  vendor: ['id', 'vendorname', 'url', 'contact'],
  provider: ['id', 'name', 'service', 'url', 'email', 'phone', 'contact'],
  contact: ['name', 'email', 'phone', 'address'],
  address: ['street', 'apartment', 'city', 'regioncode', 'postalcode', 'country'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

const BLOCKS: ReadonlySet<string> = new Set(Object.keys(ADF_ORDER));

/** Names that hold text only. `comment` is what many write for `comments`. */
const LEAVES: ReadonlySet<string> = new Set(
  [...Object.values(ADF_ORDER).flat(), 'comment'].filter((name) => !BLOCKS.has(name)),
);

/** The parts of a prospect that never stand inside each other. */
const SECTIONS: ReadonlySet<string> = new Set(['vehicle', 'customer', 'vendor', 'provider']);

export const COMMENT_ELEMENTS: ReadonlySet<string> = new Set(['comments', 'comment']);

export const isBlock = (name: string): boolean => BLOCKS.has(name);
export const isLeaf = (name: string): boolean => LEAVES.has(name);
export const isSection = (name: string): boolean => SECTIONS.has(name);
export const isAdfElement = (name: string): boolean => BLOCKS.has(name) || LEAVES.has(name);

/** The place of a child in its parent by the definition; unknown ones come last. */
export function orderOf(parent: string, child: string): number {
  const order: readonly string[] | undefined = Object.hasOwn(ADF_ORDER, parent)
    ? ADF_ORDER[parent as keyof typeof ADF_ORDER]
    : undefined;
  const index = order?.indexOf(child) ?? -1;
  return index === -1 ? Number.MAX_SAFE_INTEGER : index;
}
