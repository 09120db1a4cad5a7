import { lookup } from './lookup.ts';
import { meaningfulName } from './placeholders.ts';
import { type Reader, takeAttribute, use, useAll } from './reader.ts';
import { type NameParts, splitName } from './split-name.ts';
import { deepText, elements, ownText, type XmlNode } from './xml-node.ts';

export interface ReadName extends NameParts {
  readonly fullName: string | null;
  readonly nameType: 'individual' | 'business';
}

type Part = 'first' | 'middle' | 'last' | 'suffix' | 'full';

/** What senders call the parts, in `part` or as an element. */
const PART_ALIASES: Readonly<Record<string, Part>> = {
  first: 'first',
  firstname: 'first',
  first_name: 'first',
  given: 'first',
  givenname: 'first',
  forename: 'first',
  middle: 'middle',
  middlename: 'middle',
  middleinitial: 'middle',
  mi: 'middle',
  last: 'last',
  lastname: 'last',
  last_name: 'last',
  surname: 'last',
  family: 'last',
  familyname: 'last',
  suffix: 'suffix',
  full: 'full',
  fullname: 'full',
  full_name: 'full',
};

/** Reads all forms of a contact's name: parts, full, both, nested, as elements of their own. First and last win over full. */
export function readName(reader: Reader, contact: XmlNode | undefined): ReadName {
  const found = new Map<Part, string>();
  const types = new Set<string>();
  const visit = (node: XmlNode, outer: Part | undefined): void => {
    const named = (takeAttribute(reader, node, 'part') ?? '').toLowerCase();
    types.add((takeAttribute(reader, node, 'type') ?? '').toLowerCase());
    const part = lookup(PART_ALIASES, named) ?? lookup(PART_ALIASES, node.name) ?? outer ?? 'full';
    const inner = elements(node);
    const text = meaningfulName(inner.length === 0 ? deepText(node) : ownText(node));
    use(reader, node);
    if (text !== null && !found.has(part)) found.set(part, text);
    for (const child of inner) visit(child, undefined);
  };
  for (const node of contact === undefined ? [] : elements(contact)) {
    if (node.name === 'name' || Object.hasOwn(PART_ALIASES, node.name)) visit(node, undefined);
  }

  const nameType = types.has('business') ? 'business' : 'individual';
  const get = (part: Part): string | null => found.get(part) ?? null;
  const given = { firstName: get('first'), middleName: get('middle'), lastName: get('last'), suffix: get('suffix') };
  const joined = [given.firstName, given.middleName, given.lastName, given.suffix].filter((part) => part !== null);
  const fullName = get('full') ?? (joined.length > 0 ? joined.join(' ') : null);
  if (fullName === null || nameType === 'business' || (given.firstName !== null && given.lastName !== null)) {
    return { fullName, ...given, nameType };
  }
  const split = found.has('full') ? splitName(fullName) : given;
  return {
    fullName,
    firstName: given.firstName ?? split.firstName,
    middleName: given.middleName ?? split.middleName,
    lastName: given.lastName ?? split.lastName,
    suffix: given.suffix ?? split.suffix,
    nameType,
  };
}

/** The name of a business: a plain element, or parts of a name joined. */
export function readBusinessName(reader: Reader, block: XmlNode): string | null {
  const nodes = elements(block, 'name');
  const full = nodes.find(
    (node) => (attributePart(node) ?? 'full') === 'full' && meaningfulName(deepText(node)) !== null,
  );
  const chosen = full === undefined ? nodes : [full];
  const text = meaningfulName(chosen.map((node) => deepText(node)).join(' '));
  if (text !== null) for (const node of chosen) useAll(reader, node);
  return text;
}

function attributePart(node: XmlNode): string | undefined {
  return node.attributes.find(({ name }) => name === 'part')?.value.toLowerCase();
}
