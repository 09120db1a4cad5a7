import { instant, LOCALES, type Locale } from '@beback/core';
import { expect, it } from 'vitest';
import { surveyMail } from './survey-mail.ts';

const MAIL = {
  storeName: 'Ca$$h & "Carry" <b>Ford</b>',
  postalAddress: '1 Main St\nAlbany',
  customer: "<img src=x onerror=alert(1)>$'",
  link: 'https://beback.example/survey/#bb_inv_x',
  choices: 'https://beback.example/preferences/#bb_pref_x',
  // Still the 24th in Chicago.
  deliveredAt: instant(Date.parse('2026-11-25T03:30:00Z')),
  zone: 'America/Chicago',
};

it.each(LOCALES)('writes names as they are into the text in %s, and as text into the HTML', (locale) => {
  const { text, html, subject } = surveyMail(MAIL, locale);
  expect(subject).toContain(MAIL.storeName);
  expect(text).toContain(MAIL.customer);
  for (const form of [text, html]) expect(form).toContain(MAIL.choices);
  expect(html).not.toMatch(/<img|<b>/);
  expect(html).toContain('Ca$$h &#38; &#34;Carry&#34; &#60;b&#62;Ford');
});

it('keeps the subject on one line', () => {
  expect(surveyMail({ ...MAIL, storeName: 'Ford\r\nBcc: eve@x.example' }, 'en').subject).not.toMatch(/[\r\n]/);
});

// The plan says after how many days a buyer is asked, and a mail may wait for its server.
it.each<[Locale, string]>([
  ['en', 'You drove home from Ford on Tuesday, November 24.'],
  ['es', 'El martes, 24 de noviembre, recogió su vehículo en Ford.'],
  ['fr', 'Le mardi 24 novembre, vous êtes parti de Ford avec votre véhicule.'],
])('names the day of the delivery by the store’s clock in %s, whenever it is read', (locale, sentence) => {
  const { text, html } = surveyMail({ ...MAIL, storeName: 'Ford' }, locale);
  expect(text).toContain(sentence);
  expect(html).toContain(sentence);
});
