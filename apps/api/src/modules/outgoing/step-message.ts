import type { Locale, Purpose } from '@beback/core';
import type { MailText } from './outgoing-mail.ts';
import { FRAME_TEXTS, STEP_TEXTS } from './step-texts.ts';

/** Whom and what a step's message speaks of. */
export interface StepSubject {
  readonly storeName: string;
  readonly postalAddress: string;
  /** First name; undefined when none is known. */
  readonly customer: string | undefined;
  readonly seller: string | undefined;
  readonly vehicle: string | undefined;
}

/** A step's text message, with the way to end texts. */
export function stepText(purpose: Purpose, subject: StepSubject, locale: Locale): string {
  return `${filled(STEP_TEXTS[locale][purpose].text, subject, locale)} ${FRAME_TEXTS[locale].stop}`;
}

/** The one text after STOP: who it is from and that it was heard, and nothing else. */
export function confirmationText(storeName: string, locale: Locale): string {
  return FRAME_TEXTS[locale].confirmation.replaceAll('{store}', () => oneLine(storeName));
}

/**
 * A step's mail, as plain text and as HTML that needs no image and no script: who writes, from where (CAN-SPAM wants the
 * postal address), and the personal page on which it can be ended.
 *
 * @param choices - the link to that page
 */
export function stepMail(purpose: Purpose, subject: StepSubject, choices: string, locale: Locale): MailText {
  const words = STEP_TEXTS[locale][purpose];
  const frame = FRAME_TEXTS[locale];
  const fill = (text: string): string => filled(text, subject, locale);
  const greeting = fill(subject.customer === undefined ? frame.plainGreeting : frame.greeting);
  const body = words.mail.map((line, i) => (i === 0 && locale === 'en' ? upperFirst(fill(line)) : fill(line)));
  const sender = fill(frame.sender);
  return {
    subject: oneLine(fill(words.subject)),
    text: [
      greeting,
      '',
      ...body.flatMap((line) => [line, '']),
      subject.storeName,
      '',
      sender,
      `${frame.choices} ${choices}`,
    ].join('\n'),
    html: htmlOf(locale, [greeting, ...body, subject.storeName], sender, frame.choices, choices),
  };
}

function filled(
  text: string,
  { storeName, postalAddress, customer, seller, vehicle }: StepSubject,
  locale: Locale,
): string {
  const frame = FRAME_TEXTS[locale];
  const values: Readonly<Record<string, string>> = {
    store: oneLine(storeName),
    address: oneLine(postalAddress),
    customer: oneLine(customer ?? ''),
    seller: oneLine(seller ?? frame.ourTeam),
    vehicle: oneLine(vehicle ?? frame.aCar),
  };
  // In one pass: a name that holds `{store}` stays what it is.
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

function htmlOf(
  locale: Locale,
  lines: readonly string[],
  sender: string,
  choicesText: string,
  choices: string,
): string {
  const paragraph = (text: string, style = ''): string => `<p style="margin:0 0 16px;${style}">${text}</p>`;
  const small = 'font-size:13px;color:#5b6470;';
  return `<!doctype html><html lang="${locale}"><body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1c2430;background:#fff">
<div style="max-width:520px;margin:0 auto">
${lines.map((line) => paragraph(escaped(line))).join('\n')}
<hr style="border:0;border-top:1px solid #d9dee5;margin:0 0 16px">
${paragraph(escaped(sender), small)}
${paragraph(`<a href="${escaped(choices)}" style="color:#1f5fd0">${escaped(choicesText.replace(/\s*:$/, ''))}</a>`, small)}
</div></body></html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A name with a line break in it must not begin a header of its own. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
