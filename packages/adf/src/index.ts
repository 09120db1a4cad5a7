export type {
  AdfAddress,
  AdfColor,
  AdfDocument,
  AdfFinance,
  AdfId,
  AdfOdometer,
  AdfPhone,
  AdfPrice,
  AdfProspect,
  AdfProvider,
  AdfTimeframe,
  AdfVehicle,
  CommentPart,
  CommentPlace,
  LocalTime,
  VehicleFieldFromComment,
} from './adf-document.ts';
export { ADF_WARNINGS, type AdfWarning, type AdfWarningCode } from './adf-warning.ts';
export { type AdfLead, type BuildOptions, type BuiltAdf, buildAdf } from './build-adf.ts';
export { hasCustomer, leadIdOf } from './has-customer.ts';
export { ADF_LIMITS } from './limits.ts';
export { parseAdf } from './parse-adf.ts';
export type { ParseOptions } from './reader.ts';
export { type UnwrappedMail, unwrapMail } from './unwrap-mail.ts';
