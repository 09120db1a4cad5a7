import { LOCALES } from '@beback/core';
import { expect, it } from 'vitest';
import { surveyMail } from './survey-mail.ts';

const MAIL = {
  storeName: 'Ca$$h & "Carry" <b>Ford</b>',
  postalAddress: '1 Main St\nAlbany',
  customer: "<img src=x onerror=alert(1)>$'",
  link: 'https://beback.example/survey/#bb_inv_x',
};

it.each(LOCALES)('writes names as they are into the text in %s, and as text into the HTML', (locale) => {
  const { text, html, subject } = surveyMail(MAIL, locale);
  expect(subject).toContain(MAIL.storeName);
  expect(text).toContain(MAIL.customer);
  expect(html).not.toMatch(/<img|<b>/);
  expect(html).toContain('Ca$$h &#38; &#34;Carry&#34; &#60;b&#62;Ford');
});

it('keeps the subject on one line', () => {
  expect(surveyMail({ ...MAIL, storeName: 'Ford\r\nBcc: eve@x.example' }, 'en').subject).not.toMatch(/[\r\n]/);
});
