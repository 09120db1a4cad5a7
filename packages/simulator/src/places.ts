/** Where the simulated stores stand: a town, its state, its zone and an area code of that place. */
export interface Place {
  readonly town: string;
  readonly state: string;
  readonly zone: string;
  readonly areaCode: string;
  readonly zip: string;
}

/** Twenty-two places in all four mainland zones, one with no summer time and one in a state with a call cap. */
export const PLACES = [
  { town: 'Albany', state: 'NY', zone: 'America/New_York', areaCode: '518', zip: '12207' },
  { town: 'Erie', state: 'PA', zone: 'America/New_York', areaCode: '814', zip: '16501' },
  { town: 'Frederick', state: 'MD', zone: 'America/New_York', areaCode: '301', zip: '21701' },
  { town: 'Tampa', state: 'FL', zone: 'America/New_York', areaCode: '813', zip: '33602' },
  { town: 'Columbus', state: 'OH', zone: 'America/New_York', areaCode: '614', zip: '43215' },
  { town: 'Macon', state: 'GA', zone: 'America/New_York', areaCode: '478', zip: '31201' },
  { town: 'Lansing', state: 'MI', zone: 'America/Detroit', areaCode: '517', zip: '48933' },
  { town: 'Springfield', state: 'IL', zone: 'America/Chicago', areaCode: '217', zip: '62701' },
  { town: 'Madison', state: 'WI', zone: 'America/Chicago', areaCode: '608', zip: '53703' },
  { town: 'Wichita', state: 'KS', zone: 'America/Chicago', areaCode: '316', zip: '67202' },
  { town: 'Tulsa', state: 'OK', zone: 'America/Chicago', areaCode: '918', zip: '74103' },
  { town: 'Waco', state: 'TX', zone: 'America/Chicago', areaCode: '254', zip: '76701' },
  { town: 'Mobile', state: 'AL', zone: 'America/Chicago', areaCode: '251', zip: '36602' },
  { town: 'Saint Cloud', state: 'MN', zone: 'America/Chicago', areaCode: '320', zip: '56301' },
  { town: 'Pueblo', state: 'CO', zone: 'America/Denver', areaCode: '719', zip: '81003' },
  { town: 'Billings', state: 'MT', zone: 'America/Denver', areaCode: '406', zip: '59101' },
  { town: 'Provo', state: 'UT', zone: 'America/Denver', areaCode: '801', zip: '84601' },
  { town: 'Tucson', state: 'AZ', zone: 'America/Phoenix', areaCode: '520', zip: '85701' },
  { town: 'Fresno', state: 'CA', zone: 'America/Los_Angeles', areaCode: '559', zip: '93721' },
  { town: 'Salem', state: 'OR', zone: 'America/Los_Angeles', areaCode: '503', zip: '97301' },
  { town: 'Tacoma', state: 'WA', zone: 'America/Los_Angeles', areaCode: '253', zip: '98402' },
  { town: 'Reno', state: 'NV', zone: 'America/Los_Angeles', areaCode: '775', zip: '89501' },
] as const satisfies readonly Place[];

/** The parts of a simulated store's name; none of them is a maker's mark. */
export const STORE_NAMES = ['Northgate Motors', 'Harbor Auto', 'Summit Cars', 'Old Mill Automotive'] as const;
