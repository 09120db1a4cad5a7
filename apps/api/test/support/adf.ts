/** What a lead of the tests says; every part has a usual value. */
export interface AdfWish {
  readonly first?: string;
  readonly last?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly id?: string;
  readonly source?: string;
  readonly comment?: string;
  readonly model?: string;
}

/** A well-formed ADF document of one prospect. */
export function adf(wish: AdfWish = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<?adf version="1.0"?>\n<adf>${prospect(wish)}</adf>`;
}

/** A document of several prospects. */
export function adfOf(wishes: readonly AdfWish[]): string {
  return `<?xml version="1.0"?><?adf version="1.0"?><adf>${wishes.map(prospect).join('')}</adf>`;
}

function prospect(wish: AdfWish): string {
  const { first = 'Rosa', last = 'Delgado', phone = '312-555-7043', source = 'Cars.example', model = 'Bronco' } = wish;
  const { email = `${first}.${last}@mail.example.com`.toLowerCase(), comment = 'Is it still there?' } = wish;
  const id = wish.id === undefined ? '' : `<id sequence="1" source="LeadId">${wish.id}</id>`;
  return `<prospect status="new">${id}<requestdate>2026-11-24T09:58:00-06:00</requestdate>
    <vehicle interest="buy" status="new"><year>2026</year><make>Ford</make><model>${model}</model></vehicle>
    <customer><contact><name part="first">${first}</name><name part="last">${last}</name>
      ${email === '' ? '' : `<email>${email}</email>`}${phone === '' ? '' : `<phone type="cellphone">${phone}</phone>`}
    </contact><comments>${comment}</comments></customer>
    <vendor><vendorname>Ford</vendorname></vendor>
    <provider><name part="full">${source}</name></provider></prospect>`;
}
