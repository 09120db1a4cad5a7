/** An outbound call as a phone system knows it. */
export interface SystemCall {
  readonly sid: string;
  /** E.164 */
  readonly from: string;
  readonly to: string;
  readonly at: Date;
  readonly seconds: number;
  readonly answeredBy: 'human' | 'machine_end_beep';
}

/** An export with the field names of Twilio's Call resource. */
export function callFile(calls: readonly SystemCall[]): string {
  const header = 'sid,parent_call_sid,from,to,status,direction,start_time,end_time,duration,answered_by';
  const rows = calls.map(({ sid, from, to, at, seconds, answeredBy }) => {
    const end = new Date(at.getTime() + seconds * 1000);
    const times = [at, end].map((time) => `"${time.toUTCString()}"`);
    return [sid, '', from, to, 'completed', 'outbound-dial', ...times, seconds, answeredBy].join(',');
  });
  return [header, ...rows].join('\n');
}
