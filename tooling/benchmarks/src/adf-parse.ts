import { buildAdf, parseAdf } from '@beback/adf';
import { SaxesParser } from 'saxes';
import type { Benchmark } from './benchmark.ts';

const store = { country: 'US', zone: 'America/Chicago', receivedAt: '2026-11-21T15:00:00Z' };

/** Well-formed leads of about two kilobytes, no two alike. */
function documents(count: number): readonly string[] {
  return Array.from({ length: count }, (_, n) => {
    const { xml } = buildAdf({
      requestDate: `2026-11-21T09:${String(n % 60).padStart(2, '0')}:00-06:00`,
      firstName: 'Ada',
      lastName: `Byron ${n}`,
      emails: [`ada${n}@example.com`],
      vendor: 'Harbor Motors',
      extensions: { 'prospect/custom': `Row ${n}: ${'asked about price, colour and delivery. '.repeat(35)}` },
    });
    return xml;
  });
}

/** Reading a lead, against one plain pass of the XML parser that does nothing with what it sees. */
export function adfParse(): Benchmark {
  const texts = documents(200);
  return {
    name: 'reading ADF leads',
    unit: 'documents',
    items: texts.length,
    floor: { name: 'one pass of saxes', run: () => sum(texts, countEvents) },
    contenders: [{ name: 'parseAdf', run: () => sum(texts, (text) => parseAdf(text, store).prospects.length) }],
  };
}

function countEvents(text: string): number {
  const parser = new SaxesParser();
  let events = 0;
  parser.on('opentag', () => {
    events++;
  });
  parser.on('text', () => {
    events++;
  });
  parser.write(text).close();
  return events;
}

function sum<T>(items: readonly T[], worth: (item: T) => number): number {
  let total = 0;
  for (const item of items) total += worth(item);
  return total;
}
