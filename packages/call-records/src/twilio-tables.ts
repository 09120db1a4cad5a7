import type { CallOutcome } from '@beback/core';

/** The fields that we read, by the name of Twilio's Call resource (twilio.com/docs/voice/api/call-resource). */
export const TWILIO_FIELDS = [
  'sid',
  'parent_call_sid',
  'from',
  'to',
  'status',
  'direction',
  'start_time',
  'end_time',
  'duration',
  'answered_by',
  'recording_url',
] as const;
export type TwilioField = (typeof TWILIO_FIELDS)[number];

/** Without these there is no record. */
export const REQUIRED_FIELDS = [
  'sid',
  'from',
  'to',
  'status',
  'direction',
  'start_time',
] as const satisfies readonly TwilioField[];

/**
 * Column names to fields, letters and digits only, in lower case: the API's names, the webhooks' (`CallSid`), and the
 * console's (`Call Sid`, `Start Time`). Where two columns mean the same field the earlier name in this table wins.
 */
export const COLUMN_NAMES: Readonly<Record<TwilioField, readonly string[]>> = {
  sid: ['sid', 'callsid', 'id', 'callid'],
  parent_call_sid: ['parentcallsid', 'parentsid'],
  from: ['from', 'caller', 'fromnumber', 'fromformatted'],
  to: ['to', 'called', 'tonumber', 'toformatted'],
  status: ['status', 'callstatus'],
  direction: ['direction', 'calldirection'],
  start_time: ['starttime', 'start', 'startdate', 'starttimeutc', 'datetime', 'date', 'datecreated', 'timestamp'],
  end_time: ['endtime', 'end', 'enddate', 'endtimeutc'],
  duration: ['duration', 'callduration', 'durationseconds', 'durationsec', 'durations'],
  answered_by: ['answeredby'],
  recording_url: ['recordingurl', 'recording'],
};

/** The API's directions, and the console's labels for them; letters only. SIP trunks name theirs from Twilio's side. */
export const DIRECTION_NAMES: Readonly<Record<string, 'inbound' | 'outbound'>> = {
  inbound: 'inbound',
  incoming: 'inbound',
  outbound: 'outbound',
  outboundapi: 'outbound',
  outboundcall: 'outbound',
  outbounddial: 'outbound',
  outgoing: 'outbound',
  outgoingapi: 'outbound',
  outgoingdial: 'outbound',
  trunkingoriginating: 'inbound',
  trunkingterminating: 'outbound',
};

/** How a call ended, by its status alone; `completed` is told by who answered; null: it has not ended. */
export const STATUS_OUTCOMES: Readonly<Record<string, CallOutcome | 'completed' | null>> = {
  completed: 'completed',
  busy: 'busy',
  noanswer: 'noAnswer',
  failed: 'failed',
  canceled: 'abandoned',
  cancelled: 'abandoned',
  queued: null,
  initiated: null,
  ringing: null,
  inprogress: null,
};

/**
 * Who took the call, as answering machine detection tells. `machine_end_*` means that the greeting was waited out, so
 * that a message could be left: whether one was, {@link MESSAGE_SECONDS} decides.
 */
export const ANSWERED_BY_OUTCOMES: Readonly<Record<string, CallOutcome | 'greetingEnded'>> = {
  '': 'connected',
  human: 'connected',
  machine: 'voicemailBox',
  machinestart: 'voicemailBox',
  machineendbeep: 'greetingEnded',
  machineendsilence: 'greetingEnded',
  machineendother: 'greetingEnded',
  fax: 'failed',
  unknown: 'unknown',
};

/** Greeting and message together take longer; below it there was hardly a message (ours: the lower end of a voicemail's length). */
export const MESSAGE_SECONDS = 20;

/** What stands for a hidden number: words, and the numbers that Twilio sends for them (ANONYMOUS, BLOCKED, … on a keypad). */
export const HIDDEN_NUMBERS: ReadonlySet<string> = new Set([
  'anonymous',
  'blocked',
  'private',
  'restricted',
  'unavailable',
  'unknown',
  'withheld',
  '+266696687',
  '266696687',
  '+2562533',
  '2562533',
  '+7378742833',
  '7378742833',
  '+86282452253',
  '86282452253',
  '+8656696',
  '8656696',
]);
