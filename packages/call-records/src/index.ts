export {
  CALL_RECORD_PROBLEMS,
  type CallRecord,
  type CallRecordFile,
  type CallRecordProblem,
  type E164,
} from './call-record.ts';
export type { CallRecordOptions, CallRecordReader } from './call-record-reader.ts';
export { readTwilioCsv, twilioReader } from './read-twilio-csv.ts';
