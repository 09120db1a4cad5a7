import type { Instant, Locale } from '@beback/core';
import type { MailText } from '../outgoing/outgoing-mail.ts';
import { SURVEY_MAIL_TEXTS } from './survey-mail.texts.ts';

export interface SurveyMail {
  readonly storeName: string;
  /** The store's postal address, which the law wants in every such mail. */
  readonly postalAddress: string;
  /** First name; undefined when none is known. */
  readonly customer: string | undefined;
  /** The personal link; the token stands behind `#`, where neither logs nor the next site see it. */
  readonly link: string;
  /** The personal page on which the customer chooses what he hears from the store. */
  readonly choices: string;
  readonly deliveredAt: Instant;
  /** IANA zone of the store: the day of the delivery is told by its clock. */
  readonly zone: string;
}

/** The mail that asks a buyer three questions, as plain text and as HTML that needs no image and no script. */
export function surveyMail(mail: SurveyMail, locale: Locale): MailText {
  const texts = SURVEY_MAIL_TEXTS[locale];
  const day = dayIn(mail, locale);
  const fill = (text: string): string =>
    text
      // By functions: in a plain replacement `$$` and `$&` mean something else.
      .replaceAll('{store}', () => mail.storeName)
      .replaceAll('{customer}', () => mail.customer ?? '')
      .replaceAll('{day}', () => day)
      .replaceAll('{address}', () => mail.postalAddress);
  const greeting = fill(mail.customer === undefined ? texts.plainGreeting : texts.greeting);
  const [subject, body, sender] = [fill(texts.subject), fill(texts.body), fill(texts.sender)];
  const text = [
    greeting,
    '',
    body,
    '',
    `${texts.button}: ${mail.link}`,
    '',
    texts.personal,
    '',
    sender,
    `${texts.unsubscribe} ${mail.choices}`,
  ];
  return {
    subject: oneLine(subject),
    text: text.join('\n'),
    html: htmlOf(locale, { ...texts, greeting, body, sender }, mail),
  };
}

/** With its weekday, as people remember it; by its date, for the mail may be read late. */
function dayIn({ deliveredAt, zone }: SurveyMail, locale: Locale): string {
  const format = { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone } as const;
  return new Intl.DateTimeFormat(locale, format).format(deliveredAt);
}

function htmlOf(
  locale: Locale,
  {
    greeting,
    body,
    button,
    personal,
    sender,
    unsubscribe,
  }: Readonly<Record<'greeting' | 'body' | 'button' | 'personal' | 'sender' | 'unsubscribe', string>>,
  { link, choices }: Pick<SurveyMail, 'link' | 'choices'>,
): string {
  const paragraph = (text: string, style = '') => `<p style="margin:0 0 16px;${style}">${escaped(text)}</p>`;
  const small = 'font-size:13px;color:#5b6470;';
  return `<!doctype html><html lang="${locale}"><body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1c2430;background:#fff">
<div style="max-width:520px;margin:0 auto">
${paragraph(greeting)}
${paragraph(body)}
<p style="margin:0 0 24px"><a href="${escaped(link)}" style="display:inline-block;padding:14px 24px;border-radius:8px;background:#1f5fd0;color:#fff;text-decoration:none;font-weight:600">${escaped(button)}</a></p>
${paragraph(personal, small)}
<hr style="border:0;border-top:1px solid #d9dee5;margin:0 0 16px">
${paragraph(sender, small)}
<p style="margin:0 0 16px;${small}"><a href="${escaped(choices)}" style="color:#1f5fd0">${escaped(unsubscribe.replace(/\s*:$/, ''))}</a></p>
</div></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A store's name with a line break in it must not begin a header of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
