import type { Random } from './random.ts';

const FIRST_NAMES = [
  'Ada',
  'Amir',
  'Ana',
  'Anders',
  'Aisha',
  'Ben',
  'Bianca',
  'Caleb',
  'Carmen',
  'Chen',
  'Clara',
  'Dana',
  'Diego',
  'Elena',
  'Elias',
  'Emma',
  'Farid',
  'Fiona',
  'Gabriel',
  'Grace',
  'Hana',
  'Henry',
  'Imani',
  'Ines',
  'Isaac',
  'Jada',
  'Jonas',
  'Julia',
  'Kai',
  'Keisha',
  'Lars',
  'Leah',
  'Luis',
  'Maya',
  'Mei',
  'Miguel',
  'Nadia',
  'Noah',
  'Olga',
  'Omar',
  'Paula',
  'Priya',
  'Quinn',
  'Rafael',
  'Rosa',
  'Samir',
  'Sofia',
  'Tara',
  'Theo',
  'Uma',
  'Victor',
  'Wanda',
  'Yusuf',
  'Zoe',
] as const;

const LAST_NAMES = [
  'Abbott',
  'Acosta',
  'Banks',
  'Becker',
  'Bell',
  'Brandt',
  'Castillo',
  'Chavez',
  'Cole',
  'Dawson',
  'Diaz',
  'Eaton',
  'Farrow',
  'Figueroa',
  'Frost',
  'Garza',
  'Grant',
  'Haas',
  'Hale',
  'Hussain',
  'Ibarra',
  'Ingram',
  'Jansen',
  'Juarez',
  'Keller',
  'Khan',
  'Kowal',
  'Lang',
  'Le',
  'Lopez',
  'Maddox',
  'Mehta',
  'Mercer',
  'Molina',
  'Nakata',
  'Nolan',
  'Okafor',
  'Ortiz',
  'Park',
  'Pereira',
  'Quist',
  'Ramos',
  'Reyes',
  'Sandoval',
  'Shaw',
  'Silva',
  'Tran',
  'Usman',
  'Vance',
  'Vega',
  'Walsh',
  'Weiss',
  'Yates',
  'Zamora',
] as const;

/** An invented person. The same name may come twice, as in life. */
export interface PersonName {
  readonly firstName: string;
  readonly lastName: string;
}

export function personName(random: Random): PersonName {
  return { firstName: random.pick(FIRST_NAMES), lastName: random.pick(LAST_NAMES) };
}

/**
 * The `index`-th invented phone number of an area code, E.164. The exchange 555 is given to no subscriber, and its
 * numbers 0100-0199, which forms use as placeholders, are left out.
 *
 * @example
 * const phone = inventedPhone('303', 17);
 */
export function inventedPhone(areaCode: string, index: number): string {
  if (index < 0 || index > 7999) throw new RangeError(`inventedPhone: expected an index from 0 to 7999, got ${index}`);
  return `+1${areaCode}555${String(2000 + index)}`;
}

/**
 * An address in a domain that exists for examples alone (RFC 2606).
 *
 * @example
 * const email = inventedEmail(personName(random), 17);
 */
export function inventedEmail(name: PersonName, index: number): string {
  return `${name.firstName}.${name.lastName}${index}@example.net`.toLowerCase();
}
