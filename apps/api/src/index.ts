// What the demo and the tests of whole journeys build on. The server's own way in is main.ts.
export { noteKey, noteMembership } from './database/directory-doors.ts';
export { openEmbedded } from './database/embedded/open-embedded.ts';
export type { Gateway, GroupDatabase, GroupTransaction } from './database/gateway.ts';
export { openPostgres } from './database/open-postgres.ts';
export { json, type SqlParameter, type Statement, statement } from './database/statement.ts';
export { CONTACT_FIELDS, sealPerson } from './modules/customer/customer-person.ts';
export {
  type DerivedStore,
  deriveStore,
  type EpisodeFacts,
  type StoreFacts,
} from './modules/measures/derive-store.ts';
export { type ColumnValues, type DerivedRows, derivedRows } from './modules/measures/derived-rows.ts';
export { makeUser } from './modules/setup/make-user.ts';
export { type KeyRing, keyRing } from './secrets/key-ring.ts';
export { createMatchKeys, hashSecret, type MatchKeys } from './secrets/keys.ts';
export { createSeal, type Seal } from './secrets/seal.ts';
