/** What a reader or a writer had to put up with: code and meaning. */
export const ADF_WARNINGS = {
  'input.tooLarge': 'The input exceeds the size limit and was not read.',
  'input.decodedAs': 'The bytes are not UTF-8; they were read as the named encoding.',
  'adf.notFound': 'There is no <adf> in the input.',
  'adf.truncated': 'The end of the document is missing.',
  'adf.unwrapped': 'The document was quoted, escaped or encoded inside another text.',
  'xml.repaired': 'The document is no well-formed XML, or its parts are misplaced; it was repaired.',
  'xml.tooComplex': 'Elements nest deeper, or are more, than those of any lead; the document was not read.',
  'xml.unreadable': 'Not even repair made XML of the document.',
  'xml.doctypeDropped': 'The document type declaration was dropped unread.',
  'prospect.none': 'The document holds no prospect.',
  'prospect.tooMany': 'Prospects beyond the limit were not read.',
  'customer.none': 'No customer can be found: no name, no phone number, no e-mail address.',
  'requestDate.repaired': 'The request date is no ISO 8601 date with offset; it was read by its likely meaning.',
  'requestDate.readAsUtc': 'The request date has no zone; only as UTC does it fit the time of receipt.',
  'requestDate.unreadable': 'The request date cannot be read.',
  'email.invalid': 'An e-mail address cannot be one, or stands for none.',
  'email.ofProvider': 'The customer has the e-mail address of the provider or the vendor.',
  'phone.placeholder': 'A phone number of one repeated digit or a counting row was dropped.',
  'phone.unreadable': 'A phone number cannot be dialled as it stands.',
  'phone.unassigned': 'A phone number has an area code or a range that is not in use as far as known.',
  'phone.tooMany': 'Phone numbers beyond the limit were not read.',
  'country.invalid': 'The country is none.',
  'vehicle.tooMany': 'Vehicles beyond the limit were not read.',
  'vehicle.vinCheckDigit': 'The check digit of a vehicle identification number is wrong.',
  'vehicle.vinShape': 'A vehicle identification number has not the shape of one.',
  'vehicle.fromComment': 'A field of the vehicle comes from a comment.',
  'extensions.tooMany': 'Unknown elements beyond the limit were left out.',
  'lead.incomplete': 'Receivers commonly refuse a lead without this field.',
} as const;

/** One of the codes of {@link ADF_WARNINGS}. */
export type AdfWarningCode = keyof typeof ADF_WARNINGS;

/** Holds no personal data: `path` names the place, `detail` a figure or an encoding. */
export interface AdfWarning {
  readonly code: AdfWarningCode;
  /** Index of the prospect; `null`: of the document. */
  readonly prospect: number | null;
  readonly path: string | null;
  readonly detail: string | null;
}
