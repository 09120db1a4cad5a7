import type { Locale } from '../spine/reason-texts.ts';

/** What an inbound message is when it is no wish to buy. */
export type ReviewRule = 'jobApplication' | 'solicitation';

/** One way of saying it. Patterns meet folded text: lower case, no accents, no punctuation, single spaces. */
export interface ReviewTerm {
  readonly rule: ReviewRule;
  readonly locale: Locale;
  /** For people: what the pattern looks for. */
  readonly term: string;
  readonly pattern: RegExp;
}

/**
 * The terms by which a message waits for a person's eyes. Each one is about work AT the dealer or an offer TO the
 * dealer: "job", "emploi" or "CV" alone prove nothing (a new job is a reason to buy a car, "110 CV" is an engine).
 */
export const REVIEW_TERMS: readonly ReviewTerm[] = [
  {
    rule: 'jobApplication',
    locale: 'en',
    term: 'apply or interview for a position',
    pattern:
      /\b(interview(ing|s)?|apply(ing)?|applicant|application|interested|considered) (for|in) (a|an|the|your|any|this|that)( \w+){0,4} (position|positions|job|jobs|opening|role|vacancy|internship|apprenticeship)\b/,
  },
  {
    rule: 'jobApplication',
    locale: 'en',
    term: 'your open position',
    pattern: /\byour( \w+){1,4} (position|job posting|job opening|job ad|job listing|vacancy)\b(?! on)/,
  },
  {
    rule: 'jobApplication',
    locale: 'en',
    term: 'are you hiring',
    pattern:
      /\b(are|if) (you|u)( guys| all)?( are)?( currently| still)? hiring\b|\b(you re|youre) hiring\b|\bhiring manager\b/,
  },
  {
    rule: 'jobApplication',
    locale: 'en',
    term: 'my resume',
    pattern:
      /\b(my|attached|enclosed) (resume|cv|curriculum vitae|cover letter)\b|\bresume( is)? (attached|enclosed)\b/,
  },
  {
    rule: 'jobApplication',
    locale: 'en',
    term: 'job application',
    pattern: /\b(job|employment) application\b|\b(employment|job|career) opportunit(y|ies)\b|\bseeking employment\b/,
  },
  {
    rule: 'jobApplication',
    locale: 'en',
    term: 'looking for a job with you',
    pattern:
      /\blooking for (a job|work|employment|a position|an internship)( \w+){0,2} (at|with|in) (your|you)\b|\b(work|working|job|career) (for|at|with) your (dealership|company|store|team|shop)\b|\bjoin(ing)? your( \w+)? (team|staff|dealership)\b/,
  },
  {
    rule: 'jobApplication',
    locale: 'es',
    term: 'solicitud de empleo',
    pattern:
      /\bsolicitud de (empleo|trabajo)\b|\bsolicit(o|ar) (empleo|trabajo)\b|\b(aplicar|postular\w*|solicit\w+)( \w+){0,2} (puesto|vacante|plaza)\b/,
  },
  {
    rule: 'jobApplication',
    locale: 'es',
    term: 'busco trabajo',
    pattern:
      /\b(busco|buscando) (un |una )?(trabajo|empleo)\b|\b(trabajar|trabajo) (con|para) (ustedes|su (empresa|concesionari[oa]|agencia|equipo))\b/,
  },
  {
    rule: 'jobApplication',
    locale: 'es',
    term: 'mi currículum',
    pattern: /\b(mi|adjunto) (curriculum|cv|hoja de vida)\b|\bestan contratando\b|\b(tienen|hay|alguna) vacantes?\b/,
  },
  {
    rule: 'jobApplication',
    locale: 'fr',
    term: 'ma candidature',
    pattern:
      /\bma candidature\b|\bposer (une |ma )?candidature\b|\bcandidature (spontanee|au poste|pour (le|un) poste)\b|\b(je )?postul(e|er)( \w+){0,3} (poste|emploi|offre)\b/,
  },
  {
    rule: 'jobApplication',
    locale: 'fr',
    term: 'mon CV',
    pattern:
      /\bmon (cv|curriculum)\b|\blettre de motivation\b|\b(recrutez|embauchez) vous\b|\bvous (recrutez|embauchez)\b/,
  },
  {
    rule: 'jobApplication',
    locale: 'fr',
    term: "votre offre d'emploi",
    pattern:
      /\b(offre|demande|recherche) d emploi\b|\b(recherche|cherche) (un emploi|un travail|un stage|une alternance|un poste)\b/,
  },
  {
    rule: 'solicitation',
    locale: 'en',
    term: 'increase your sales or traffic',
    pattern:
      /\b(increase|boost|grow|improve|double|drive more) your( \w+){0,2} (sales|traffic|ranking|rankings|revenue|visibility|online presence|google ranking|leads)\b/,
  },
  {
    rule: 'solicitation',
    locale: 'en',
    term: 'search engine ranking',
    pattern:
      /\bseo (services|agency|audit|company|expert|package)\b|\b(rank|ranking|first page|page one|top) (\w+ ){0,2}(on|of|in) google\b|\bbacklinks?\b|\bguest posts?\b/,
  },
  {
    rule: 'solicitation',
    locale: 'en',
    term: 'services for your dealership',
    pattern:
      /\b(our|my) (agency|firm|company|team|services|platform|software)( \w+){0,6} (dealerships|car dealers|dealers like you|businesses like yours|your dealership|your business)\b|\b(services|solutions) (for|to) (your dealership|dealerships|car dealers|your business)\b/,
  },
  {
    rule: 'solicitation',
    locale: 'en',
    term: 'business funding',
    pattern:
      /\b(we|our|your business)( \w+){0,8} (business (loans?|funding)|working capital|merchant cash advance|business line of credit)\b/,
  },
  {
    rule: 'solicitation',
    locale: 'en',
    term: 'redesign your website',
    pattern:
      /\b(redesign|rebuild|design|audit)( of)? your (web ?site|webpage)\b|\bweb ?site (design|development) services\b/,
  },
  {
    rule: 'solicitation',
    locale: 'es',
    term: 'aumentar sus ventas',
    pattern:
      /\b(aumentar|incrementar|multiplicar) (sus|tus|las) ventas\b|\bposicionamiento (web|seo|en google)\b|\bservicios de (marketing|publicidad|seo|diseno web)\b|\bdiseno de paginas web\b/,
  },
  {
    rule: 'solicitation',
    locale: 'fr',
    term: 'augmenter vos ventes',
    pattern:
      /\b(augmenter|booster|developper) (vos ventes|votre (visibilite|chiffre d affaires|trafic))\b|\breferencement (naturel|web|google|seo)\b|\bagence (web|seo|de communication|marketing)\b|\brefonte de votre site\b/,
  },
];

/** Things to drive, and what follows them where it is work instead ("car sales position"). */
const VEHICLE =
  /(car|truck|suv|van|minivan|vehicle|sedan|pickup|ride|hybrid)\b(?! (sales|sale|salesman|salesperson|dealership|dealer|detailer|washer|business|industry|technician|mechanic|shoppers|buyers))/
    .source;
const NO_WORK =
  /(?!(?:job|jobs|position|career|work|working|sell|selling|sales|detail|detailing|wash|washing|role|interview|interviewing)\b)/
    .source;

const OWN_WISHES: readonly RegExp[] = [
  new RegExp(
    `\\b(i|i m|i d|im|id)( \\w+){0,3} (want|need|looking|like|interested|shopping|ready)( ${NO_WORK}\\w+){0,5} ${VEHICLE}`,
  ),
  /\b(is|if) (it|this|that|the)( \w+){0,4} still (available|there|for sale)\b/,
  /\b(my trade in|my credit|out the door)\b/,
  /\b(quiero|quisiera|necesito|busco|me interesa|interesad[oa] en)( (?!trabajo|trabajar|empleo|puesto|vender|ventas)\w+){0,4} (comprar|carro|coche|auto|camioneta|troca|vehiculo|cotizar|financiar|financiamiento)\b/,
  /\b(je (veux|voudrais|cherche|souhaite|recherche)|j aimerais|interesse par)( (?!emploi|poste|travail|travailler|stage|vendre)\w+){0,4} (acheter|voiture|vehicule|camion|camionnette|auto|essai|essayer|financer|louer)\b/,
];

/**
 * Wishes of a customer, by the rule that they overrule. Where one is heard, the message goes the way of leads whatever
 * else it says: an applicant on the list costs a minute, a buyer who waits is gone. Who offers the dealer something
 * speaks of buyers too, so there only the sender's own wish counts.
 */
export const CUSTOMER_WISHES: Readonly<Record<ReviewRule, readonly RegExp[]>> = {
  jobApplication: [
    ...OWN_WISHES,
    new RegExp(
      `\\b(want|wants|need|needs|looking for|look for|shopping for|interested in|in the market for)( ${NO_WORK}\\w+){0,4} ${VEHICLE}`,
    ),
    /\b(i|we|she|he|son|daughter|wife|husband|mom|dad|friend)( \w+){0,4} (buy|buying|purchase|purchasing|lease|leasing|trade|trading|test drive|financing) (a|an|another|the|my|this|that|it|in|one|your)\b(?! (\w+ ){0,2}(position|job|manager|role))/,
    /\b(want|wants|looking|like|ready|going|hoping) to (buy|purchase|lease|trade|test drive)\b/,
    /\b(monthly payments?|down payment|auto loan|car loan|trade in value|pre ?approved)\b/,
  ],
  solicitation: OWN_WISHES,
};
