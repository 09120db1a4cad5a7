import type { AdfWarning } from './adf-warning.ts';

/**
 * What {@link parseAdf} makes of one message. The JSON form is the object itself: every scalar that the document does
 * not tell is `null`, every list that has nothing is empty, and there are no `undefined`s.
 */
export interface AdfDocument {
  /** One entry per prospect, in document order. Empty when no lead could be read: show `raw` to a person then. */
  readonly prospects: readonly AdfProspect[];
  readonly warnings: readonly AdfWarning[];
  /** The whole input as text, nothing cut off. It is hostile input: show it as text, never as markup. */
  readonly raw: string;
}

/** A number or word by which some system along the way knows the lead, the person or the vehicle. Always text. */
export interface AdfId {
  readonly value: string;
  readonly source: string | null;
  /** Place in the chain of systems, where 1 (for some senders 0) is the originator. */
  readonly sequence: number | null;
  /** `comment`: read from free text, not from an element. */
  readonly from: 'element' | 'comment';
}

/** No zone was given: the wall time `YYYY-MM-DDTHH:MM:SS[.mmm]` of the store, as far as anyone can tell. */
export interface LocalTime {
  readonly local: string;
}

/** A phone number of the customer. */
export interface AdfPhone {
  /** As sent. */
  readonly raw: string;
  /** `null`: no number that can be dialled (seven digits, an impossible exchange, words). */
  readonly e164: string | null;
  readonly extension: string | null;
  /** Call and text only `voice` and `cellphone`. */
  readonly type: 'voice' | 'cellphone' | 'fax' | 'pager';
  /** Where it rings, if the sender says so: in the type or in the element's name. ADF 1.0 has no word for it. */
  readonly place: 'work' | 'home' | null;
  /** When the customer likes to be called: morning, afternoon, evening, day, nopreference; lower case. */
  readonly time: string | null;
  readonly preferred: boolean;
}

/** The customer’s postal address. */
export interface AdfAddress {
  readonly street: readonly string[];
  readonly apartment: string | null;
  readonly city: string | null;
  /** State or province as sent, mostly a two-letter code. */
  readonly region: string | null;
  readonly postalCode: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly type: string | null;
}

/** By when the customer wants to buy. */
export interface AdfTimeframe {
  readonly description: string | null;
  /** ISO 8601, in as much detail as was sent. */
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** How far a vehicle has run. */
export interface AdfOdometer {
  readonly value: number;
  readonly units: 'mi' | 'km' | null;
  /** A claim; some senders send one word for every car. */
  readonly status: 'unknown' | 'rolledover' | 'replaced' | 'original' | null;
}

/** A price that the lead names, and what it is the price of. */
export interface AdfPrice {
  readonly amount: number;
  readonly type: string;
  /** ISO 4217. */
  readonly currency: string | null;
}

/** A wish of colours. */
export interface AdfColor {
  readonly interior: string | null;
  readonly exterior: string | null;
  /** 1 is the first choice. */
  readonly preference: number | null;
}

/** Amounts in the sender's currency. `x-` keys hold the block's elements that ADF 1.0 does not know. */
export interface AdfFinance {
  readonly method: string | null;
  readonly downpayment: number | null;
  readonly monthly: number | null;
  readonly total: number | null;
  /** What is still owed. */
  readonly balance: number | null;
  readonly residual: number | null;
  readonly [extra: `x-${string}`]: string | number;
}

/** The fields of a vehicle that a comment may fill where the element is empty. */
export type VehicleFieldFromComment = 'year' | 'make' | 'model' | 'trim' | 'vin' | 'stock' | 'odometer';

/** A vehicle that the customer wants or has to give. */
export interface AdfVehicle {
  readonly interest: 'buy' | 'lease' | 'sell' | 'trade-in' | 'test-drive';
  readonly status: 'new' | 'used' | null;
  readonly year: number | null;
  /** As sent. */
  readonly make: string | null;
  readonly model: string | null;
  readonly trim: string | null;
  /** Upper case. Kept when its check digit is wrong; a warning says so. */
  readonly vin: string | null;
  readonly stock: string | null;
  readonly doors: number | null;
  readonly bodyStyle: string | null;
  readonly transmission: string | null;
  readonly odometer: AdfOdometer | null;
  readonly condition: string | null;
  /** First choice first. */
  readonly colors: readonly AdfColor[];
  readonly price: AdfPrice | null;
  readonly priceComments: string | null;
  readonly options: readonly string[];
  readonly finance: AdfFinance | null;
  readonly comments: string | null;
  readonly ids: readonly AdfId[];
  /** Which fields came out of a comment. */
  readonly from: Readonly<Partial<Record<VehicleFieldFromComment, 'comment'>>>;
}

/** Whose comment it is. */
export type CommentPlace = 'customer' | 'contact' | 'prospect' | 'vehicle';

/** One comment, where it stood. */
export interface CommentPart {
  readonly place: CommentPlace;
  /** Plain text: markup taken out, line breaks kept. */
  readonly text: string;
  /** As it stood between the tags, where it differs from `text`. */
  readonly raw: string | null;
}

/** Who sent the lead. `x-` keys hold the block's elements that ADF 1.0 does not know. */
export interface AdfProvider {
  readonly name: string | null;
  readonly service: string | null;
  readonly url: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly ids: readonly AdfId[];
  readonly [extra: `x-${string}`]: string;
}

/** One lead. */
export interface AdfProspect {
  /** 0 for the first of the document. */
  readonly index: number;
  /** `resend`: the sender says that it sent this lead before. */
  readonly status: 'new' | 'resend';
  /** Ids of the lead. {@link leadIdOf} tells which one identifies it. */
  readonly externalIds: readonly AdfId[];
  /** Ids of the person in the sender's systems. */
  readonly customerIds: readonly AdfId[];
  /**
   * When the customer asked: ISO 8601 with offset; or the store's wall time; or `null`, when none or an unreadable one
   * was sent. A response clock starts at receipt, never here.
   */
  readonly requestDate: string | LocalTime | null;
  readonly fullName: string | null;
  readonly firstName: string | null;
  readonly middleName: string | null;
  readonly lastName: string | null;
  readonly suffix: string | null;
  readonly nameType: 'individual' | 'business';
  /** As sent, the preferred one first. */
  readonly emails: readonly string[];
  /** Those of `emails` that are not the provider's or the vendor's own: only these may find an existing customer. */
  readonly emailsToMatch: readonly string[];
  /** The preferred one first, then cell phones, voice, fax. */
  readonly phones: readonly AdfPhone[];
  readonly address: AdfAddress | null;
  /** Language tag. */
  readonly locale: string | null;
  readonly timeframe: AdfTimeframe | null;
  /** The text of customer, contact and prospect, in this order; empty when nothing was said. */
  readonly comments: string;
  /** Every comment with its place, the vehicles' included. */
  readonly commentParts: readonly CommentPart[];
  /** Vehicles that the customer wants (buy, lease, test-drive). */
  readonly vehicles: readonly AdfVehicle[];
  /** Vehicles that the customer has to give (trade-in, sell). */
  readonly trades: readonly AdfVehicle[];
  /** Name of the dealer that the lead is for. */
  readonly vendor: string | null;
  readonly vendorIds: readonly AdfId[];
  readonly provider: AdfProvider | null;
  /**
   * Everything that has no field above, so that nothing is lost when the lead is forwarded: path to text, such as
   * `leadtype`, `provider/campaign`, `vehicle[2]/finance/term`, `@type`, `adf@batch`. Vehicles count in the order
   * `vehicles`, then `trades`.
   */
  readonly extensions: Readonly<Record<string, string>>;
}
