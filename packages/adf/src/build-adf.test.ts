import { expect, it } from 'vitest';
import { buildAdf } from './build-adf.ts';

it('writes strict ADF 1.0', () => {
  const { xml, warnings } = buildAdf(
    {
      externalIds: [{ value: '17', source: 'Pierhead', sequence: 1, from: 'element' }],
      requestDate: '2026-06-02T12:40:00-04:00',
      firstName: 'Léonie',
      lastName: 'Marsh',
      fullName: 'Léonie Marsh',
      phones: [
        {
          raw: '207 555 0166',
          e164: '+12075550166',
          extension: null,
          type: 'cellphone',
          place: 'work',
          time: null,
          preferred: true,
        },
      ],
      comments: 'Price < 30k & quick?',
      vendor: 'Harbor Gannet',
    },
    { id: { value: 'b-1', source: 'Beback' } },
  );
  expect(xml).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<?adf version="1.0"?>
<adf>
  <prospect status="new">
    <id sequence="1" source="Pierhead">17</id>
    <id sequence="2" source="Beback">b-1</id>
    <requestdate>2026-06-02T12:40:00-04:00</requestdate>
    <customer>
      <contact>
        <name part="first" type="individual">Léonie</name>
        <name part="last" type="individual">Marsh</name>
        <name part="full" type="individual">Léonie Marsh</name>
        <phone type="cellphone" preferredcontact="1">+12075550166</phone>
      </contact>
      <comments>Price &lt; 30k &amp; quick?</comments>
    </customer>
    <vendor>
      <vendorname>Harbor Gannet</vendorname>
    </vendor>
  </prospect>
</adf>
`);
  expect(warnings.map(({ path }) => path)).toEqual(['vehicle/year', 'vehicle/make', 'vehicle/model']);
});

it('makes nothing up for a lead that has nothing', () => {
  const { xml, warnings } = buildAdf({});
  expect(xml).toContain('<adf>\n  <prospect status="new"/>\n</adf>');
  expect(warnings).toHaveLength(8);
});

it('puts extensions where they came from and passes over paths that no XML can have', () => {
  const { xml } = buildAdf({
    extensions: {
      leadtype: 'Sales',
      'provider/a[2]/b@c': '"x"',
      'no name/x': '1',
      'a[0': '2',
      '@1': '3',
      'adf@v': '1',
      'adf/hub': 'y',
      '': '4',
    },
  });
  expect(xml).toContain('<adf v="1">');
  expect(xml).toContain('<leadtype>Sales</leadtype>');
  expect(xml).toContain('<a/>\n      <a>\n        <b c="&quot;x&quot;"/>');
  expect(xml).toContain('<hub>y</hub>');
  expect(xml).not.toMatch(/>[1234]</);
});

it('drops the characters that XML cannot hold', () => {
  expect(buildAdf({ comments: 'a\u0000\u000b\ud800b' }).xml).toContain('<comments>ab</comments>');
});
