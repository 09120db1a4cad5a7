import type { Channel } from '../spine/words.ts';

/** How far a revocation reaches when its words do not say: `heard` is the channel it came by. */
export type RevocationReach = 'heard' | 'everything' | Channel;

export interface RevocationRule {
  readonly rule: string;
  readonly reach: RevocationReach;
  readonly words: RegExp;
}

/**
 * Words that revoke by themselves, as a whole message or first line (47 CFR 64.1200(a)(10) names stop, quit, end,
 * revoke, opt out, cancel, unsubscribe), and what stands for them in Spanish and French.
 */
export const REVOCATION_WORDS: readonly string[] = [
  'stop',
  'stop all',
  'stop it',
  'stop this',
  'stopall',
  'quit',
  'end',
  'revoke',
  'opt out',
  'optout',
  'cancel',
  'unsubscribe',
  'remove',
  'remove me',
  'take me off',
  'alto',
  'parar',
  'cancelar',
  'baja',
  'arret',
  'arreter',
  'desabonner',
  'desinscrire',
];

/** Not part of the demand: `Please STOP now!` is STOP. */
export const POLITE_WORDS: readonly string[] = [
  'please',
  'pls',
  'plz',
  'now',
  'thanks',
  'thank',
  'you',
  'ty',
  'ok',
  'por',
  'favor',
  'gracias',
  'merci',
  'svp',
];

// "Do not call me" revokes; "do not call me before five" is a wish about the hour.
const NOT = '(?:stop|quit|cease|do not|dont|never|no)';
const AT_AN_HOUR =
  '(?:before|until|till|at|on|during|after|between|while|today|tonight|this|tomorrow|yet|right now|back at)';
const ME = `(?:(?: me| us)(?! ${AT_AN_HOUR})|(?: my| this)(?: cell| phone)? (?:number|phone)| here| any ?more| again| ever| at all|$)`;
const forbids = (verbs: string): RegExp => new RegExp(`\\b${NOT} (?:ever )?(?:${verbs})${ME}`);

/**
 * Demands in a sentence's middle, over lower-case words without accents and punctuation. First match wins, so the
 * widest come first. A missed one is caught by people; a wrong one costs a customer's appointment text: so each asks for
 * a verb with its object.
 */
export const REVOCATION_RULES: readonly RevocationRule[] = [
  { rule: 'wrongNumber', reach: 'heard', words: /\bwrong (?:number|person)\b/ },
  {
    rule: 'noContact',
    reach: 'everything',
    words: forbids('(?:contact(?:ing)?|bother(?:ing)?|harass(?:ing)?)'),
  },
  {
    rule: 'noContact',
    reach: 'everything',
    words: /\b(?:leave me alone|lose my number|delete my (?:number|data|information|info))\b/,
  },
  {
    rule: 'noContact',
    reach: 'everything',
    words: /\b(?:no me contacten?|dejenme en paz|ne me contactez plus|laissez moi tranquille)\b/,
  },
  {
    rule: 'noCalls',
    reach: 'call',
    words: forbids('call(?:ing)?|phon(?:e|ing)'),
  },
  {
    rule: 'noCalls',
    reach: 'call',
    words:
      /\b(?:no more (?:phone )?calls|no me llamen?(?! (?:antes|hasta|hoy|manana|ahora|en|a las|los|el)\b)|ne m appelez plus|do not call list)\b/,
  },
  {
    rule: 'noTexts',
    reach: 'text',
    words: forbids('text(?:ing)?|messag(?:e|ing)|sms'),
  },
  {
    rule: 'noTexts',
    reach: 'text',
    words:
      /\b(?:(?:no more|stop sending(?: me)?(?: these)?) (?:texts|text messages|messages|sms)|no me escriban?(?! (?:antes|hasta|hoy|manana|ahora|en|a las|los|el)\b))\b/,
  },
  { rule: 'noEmails', reach: 'email', words: forbids('e ?mail(?:ing)?') },
  { rule: 'noEmails', reach: 'email', words: /\b(?:no more|stop sending(?: me)?(?: these)?) e ?mails\b/ },
  {
    rule: 'offTheList',
    reach: 'heard',
    words:
      /\b(?:take|remove|get|drop|delete) (?:me|us|my (?:name|number|email|e mail|info|information)) (?:off|from|out of) (?:your|the|this|that|any|all)(?: \w+){0,3} (?:lists?|database|system|e ?mails?|texts?|records?|files?|mailings?)\b/,
  },
  {
    // As staff write down what they heard: "asked to be taken off our list".
    rule: 'offTheList',
    reach: 'heard',
    words:
      /\b(?:be|being|wants?|asks?|asked) (?:taken |removed )?(?:off|from) (?:the|our|your|this|any|all)(?: \w+){0,3} (?:lists?|database|e ?mails?|texts?|mailings?)\b/,
  },
  {
    rule: 'offTheList',
    reach: 'heard',
    words:
      /\b(?:unsubscribe me|opt me out|(?:want|wish|like|need) to (?:opt out|unsubscribe)|quitenme de|borrenme de|retirez moi)\b/,
  },
];
