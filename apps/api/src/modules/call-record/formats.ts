import { type CallRecordReader, twilioReader } from '@beback/call-records';

/** The exports of phone systems that can be uploaded, by the name that the API knows them by. */
export const CALL_RECORD_READERS = { twilioCsv: twilioReader } as const satisfies Record<string, CallRecordReader>;

export type CallRecordFormat = keyof typeof CALL_RECORD_READERS;
export const CALL_RECORD_FORMATS = Object.keys(CALL_RECORD_READERS) as readonly CallRecordFormat[];
