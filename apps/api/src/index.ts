// What the demo and the tests of whole journeys build on. The server's own way in is main.ts.
export { hashPassword } from 'better-auth/crypto';
export { noteKey, noteMembership } from './database/directory-doors.ts';
export type { Gateway, GroupDatabase, GroupTransaction } from './database/gateway.ts';
export { json, type SqlParameter, type Statement, statement } from './database/statement.ts';
export { type Environment, EnvironmentError, readEnvironment } from './environment.ts';
export { schedule } from './jobs/schedule.ts';
export { nextLookAt, REPLAN } from './modules/cadence/replan.ts';
export { CONTACT_FIELDS, sealPerson } from './modules/customer/customer-person.ts';
export { orderFindingCheck } from './modules/finding/order-check.ts';
export { deriveStore, type StoreFacts } from './modules/measures/derive-store.ts';
export { derivedRows } from './modules/measures/derived-rows.ts';
export { makeUser } from './modules/setup/make-user.ts';
export { hashSecret, type MatchKeys } from './secrets/keys.ts';
export type { Seal } from './secrets/seal.ts';
export type { Resources } from './server/resources.ts';
export type { StaticFolder } from './server/static-files.ts';
export { type Program, type ProgramExtras, startProgram } from './start-program.ts';
export { startRefusalOf } from './start-refusal.ts';
