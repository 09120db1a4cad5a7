/** The columns of a test's file. */
export const HEADER = 'sid,parent_call_sid,from,to,status,direction,start_time,end_time,duration,answered_by';
/** A call to a customer; a test says what is different. */
export const BASE = {
  sid: 'CA1',
  parent_call_sid: '',
  from: '+12075550100',
  to: '+13125550143',
  status: 'completed',
  direction: 'outbound-api',
  start_time: '2026-11-21T15:00:00Z',
  end_time: '',
  duration: '60',
  answered_by: '',
};
export type Row = Partial<Record<keyof typeof BASE, string>>;
export const row = (changes: Row) => Object.values({ ...BASE, ...changes }).join(',');
export const file = (...rows: readonly Row[]) => [HEADER, ...rows.map(row)].join('\n');
