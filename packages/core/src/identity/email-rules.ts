/** Addresses with these words before the @ and as the domain's name are placeholders: test@test.com, asdf@asdf.net. */
export const PLACEHOLDER_WORDS = [
  'a',
  'aa',
  'aaa',
  'abc',
  'asdf',
  'asdfasdf',
  'email',
  'fake',
  'na',
  'no',
  'noemail',
  'none',
  'nope',
  'nothing',
  'qwerty',
  'test',
  'testing',
  'unknown',
  'x',
  'xx',
  'xxx',
] as const;

/** Before the @ of any domain these say that there is no address, or that nobody reads it. */
export const UNREAD_MAILBOX =
  /^(no-?e?mail|noemailgiven|no-?reply|do-?not-?reply|donotcontact|declined?|refused|noaddress)\d*$/;

/** Before the @ these are read by several people. */
export const SHARED_MAILBOX =
  /^(admin|billing|contact|customerservice|customersupport|hello|info|lead|leads|mail|office|postmaster|sales|service|support|team|webmaster)$/;

/** Kept for examples and tests by RFC 2606 and RFC 6761. */
export const RESERVED_DOMAIN = /(^|\.)(example\.(com|net|org|edu|ca)|example|invalid|localhost|test)$/;

/**
 * Domains of lead providers. An address in one of them is a relay to the customer at best, and the same for many
 * customers at worst. Where a store buys leads elsewhere, the lead's own provider block tells (`ofBusinesses`).
 */
export const PROVIDER_DOMAINS = [
  'autobytel.com',
  'autolist.com',
  'autotrader.ca',
  'autotrader.com',
  'autoweb.com',
  'carfax.com',
  'cargurus.com',
  'carpoint.com',
  'cars.com',
  'carsdirect.com',
  'carsforsale.com',
  'carvana.com',
  'craigslist.org',
  'edmunds.com',
  'facebookmail.com',
  'kbb.com',
  'kijiji.ca',
  'truecar.com',
] as const;

/** Providers of personal mailboxes that deliver `name+anything@` to `name@`. */
export const TAGGING_DOMAINS = [
  'gmail.com',
  'hotmail.com',
  'icloud.com',
  'live.com',
  'outlook.com',
  'proton.me',
] as const;
