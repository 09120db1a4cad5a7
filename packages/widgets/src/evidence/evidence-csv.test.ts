import { describe, expect, it } from 'vitest';
import { makeEntry } from '../../test/support/evidence-make.ts';
import { evidenceCsv } from './evidence-csv.ts';

describe('S13 the file of evidence as a table', () => {
  const rows = (...entries: Parameters<typeof evidenceCsv>[0][number][]): string[] =>
    evidenceCsv(entries).replace('\uFEFF', '').split('\r\n');

  it('has a line for each entry, with the rule, its source, its date and the table’s version', () => {
    const [head, line, end] = rows(makeEntry());
    expect(head).toBe(
      'at,kind,channel,purpose,state,to,store,member,verdict,reasons,rules,sources,effectiveFrom,lawTables,words,data',
    );
    expect(line).toContain('2026-11-20T15:00:00.000Z,message.outgoing,email,marketing,refused,rosa@buyers.example');
    expect(line).toContain('us.federal.revocation,"47 CFR 64.1200(a)(10), (d)",2025-04-11,2026-11-21');
    expect(end).toBe('');
  });

  it('begins with a byte order mark', () => {
    expect(evidenceCsv([]).charCodeAt(0)).toBe(0xfeff);
  });

  it('keeps quotes, commas and lines of what somebody wrote in its cell', () => {
    expect(rows(makeEntry({ words: 'Take me "off",\nnow' })).join('\r\n')).toContain('"Take me ""off"",\nnow"');
  });

  it.each(['=1+1', '+1', '-1', '@sum', '\tx', ' =1+1', '\u00a0 @sum', '\u200b-1', '\u0000=1', '＝1+1'])(
    'lets no spreadsheet run %j',
    (words) => {
      expect(rows(makeEntry({ words, data: {} }))[1]).toContain(`,'${words},{}`);
    },
  );

  it.each(['\n=1+1', '\r\n@sum', ' \n\t+1'])('nor what stands behind a line break, as in %j', (words) => {
    expect(rows(makeEntry({ words, data: {} })).join('\r\n')).toContain(`,"'${words}",{}`);
  });

  it.each(['a = b', 'Call me at 5 - not later', 'rosa@buyers.example'])('leaves %j as it was written', (words) => {
    expect(rows(makeEntry({ words, data: {} }))[1]).toContain(`,${words},{}`);
  });
});
