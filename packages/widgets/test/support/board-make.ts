import type {
  ActivityResult,
  DepartmentBoardResult,
  FindingView,
  GroupBoardResult,
  MeasuresView,
  MemberBoardResult,
  Person,
  RateView,
  StoreBoardResult,
} from '@beback/client';
import { at, NAMES, NOW } from './make.ts';

const AS_OF = new Date(NOW).toISOString();
const TOWNS = ['Cedar', 'Aspen', 'Birch', 'Elm', 'Fir', 'Hazel', 'Juniper', 'Larch', 'Maple', 'Oak', 'Pine'] as const;
const MAKES = ['Ford', 'Toyota', 'Honda', 'Nissan', 'Kia', 'Chevrolet', 'Hyundai', 'Mazda'] as const;

export function makeRate(done: number, of: number): RateView | null {
  if (of === 0) return null;
  const share = done / of;
  return { share, low: Math.max(0, share - 0.04), high: Math.min(1, share + 0.04), of };
}

export function makeMeasures(over: Partial<MeasuresView> = {}): MeasuresView {
  const due = over.callStepsDue ?? 500;
  const done = over.callStepsDone ?? 465;
  const documented = over.documented ?? 310;
  const notDocumented = over.notDocumented ?? 40;
  return {
    leads: 240,
    callStepsDue: due,
    callStepsDone: done,
    callStepsMissed: due - done,
    emailStepsDue: 400,
    emailStepsDone: 391,
    claims: 400,
    documented,
    pending: 38,
    notDocumented,
    excused: 12,
    documentedShare: makeRate(documented, documented + notDocumented),
    callCompliance: makeRate(done, due),
    firstResponseMedianMinutes: 4,
    firstResponses: 232,
    deliveries: 61,
    surveysInvited: 50,
    surveysAnswered: 17,
    ...over,
  };
}

export function makePerson(over: Partial<Person> = {}): Person {
  return { id: 'member-dana', name: 'Dana Cole', role: 'generalManager', phone: '+15550103300', ...over };
}

export function makeFinding(over: Partial<FindingView> = {}): FindingView {
  return {
    id: 'finding-1',
    kind: 'skippingCalls',
    state: 'open',
    openedAt: at('09:00'),
    acknowledgedAt: null,
    acknowledgedBy: null,
    reasons: [
      {
        code: 'finding.skippingCalls',
        text: '42 of 48 calls of the plan were not made in 5 store days, while 39 of 40 e-mails went out.',
      },
    ],
    department: { id: 'department-1', kind: 'internet', name: 'Internet' },
    member: null,
    ...over,
  };
}

export function storeName(index: number): string {
  return `${TOWNS[index % TOWNS.length]} ${MAKES[Math.floor(index / TOWNS.length) % MAKES.length]}`;
}

/** 88 stores; the first needs a call, the others miss a few of theirs. */
export function makeGroupBoard(count = 88): GroupBoardResult {
  const stores = Array.from({ length: count }, (_, index) => {
    const done = index === 0 ? 21 : index === 7 ? 380 : 500 - ((index * 37) % 60);
    const due = index === 0 ? 63 : 500;
    return {
      store: { id: `store-${index + 1}`, name: storeName(index) },
      openFindings: index === 0 ? 1 : 0,
      trend: Array.from({ length: 30 }, (__, day) =>
        index === 0 ? 0.95 - day * 0.025 : 0.9 + ((index + day) % 7) / 100,
      ),
      measures: makeMeasures({ callStepsDue: due, callStepsDone: done }),
    };
  });
  return {
    groupBoard: {
      asOf: AS_OF,
      from: '2026-10-23',
      to: '2026-11-21',
      measures: makeMeasures({
        callStepsDue: 44_000,
        callStepsDone: 41_200,
        documented: 30_100,
        notDocumented: 2100,
        leads: 21_034,
      }),
      storesNeedingYou: [
        {
          store: { id: 'store-1', name: 'Cedar Ford', zone: 'America/Chicago', phone: '+15550100000' },
          manager: makePerson(),
          findings: [makeFinding()],
        },
      ],
      stores,
      staleFeeds: [
        {
          store: { id: 'store-5', name: storeName(4), zone: 'America/Denver' },
          source: 'twilio',
          completeUntil: '2026-11-19T20:15:00Z',
        },
      ],
    },
  };
}

export function makeStoreBoard(storeId = 'store-1', name = 'Cedar Ford'): StoreBoardResult {
  const trend = Array.from({ length: 30 }, (_, day) => 0.95 - day * 0.025);
  return {
    storeBoard: {
      asOf: AS_OF,
      store: { id: storeId, name, zone: 'America/Chicago', phone: '+15550100000' },
      measures: makeMeasures({ callStepsDue: 63, callStepsDone: 21 }),
      findings: [makeFinding()],
      departments: [
        {
          department: { id: 'department-1', kind: 'internet', name: 'Internet' },
          openFindings: 1,
          trend,
          measures: makeMeasures({ callStepsDue: 48, callStepsDone: 6 }),
        },
        {
          department: { id: 'department-2', kind: 'sales', name: 'Sales' },
          openFindings: 0,
          trend: trend.toReversed(),
          measures: makeMeasures({ callStepsDue: 15, callStepsDone: 15 }),
        },
      ],
    },
  };
}

export function makeDepartmentBoard(): DepartmentBoardResult {
  return {
    departmentBoard: {
      asOf: AS_OF,
      store: { id: 'store-1', name: 'Cedar Ford', zone: 'America/Chicago' },
      department: { id: 'department-1', kind: 'internet', name: 'Internet' },
      measures: makeMeasures({ callStepsDue: 48, callStepsDone: 6 }),
      findings: [makeFinding()],
      members: [
        {
          member: makePerson({ id: 'member-1', name: 'Sam Ortiz', role: 'salesperson', phone: '+15550104400' }),
          measures: makeMeasures({ callStepsDue: 40, callStepsDone: 6 }),
        },
        { member: null, measures: makeMeasures({ callStepsDue: 8, callStepsDone: 0 }) },
      ],
    },
  };
}

const KINDS = ['verified', 'unmatched', 'pending', 'contradicted', 'excused'] as const;

/** Two pages of activities, and of what was missed as many as wanted. */
export function makeMemberBoard(
  after: string | null | undefined,
  missedAfter: string | null | undefined = null,
  missedPages = 1,
): MemberBoardResult {
  const page = after ? 'older' : 'newest';
  const missedPage = missedAfter ? Number(missedAfter.slice(-1)) + 1 : 1;
  return {
    memberBoard: {
      asOf: AS_OF,
      member: makePerson({ id: 'member-1', name: 'Sam Ortiz', role: 'salesperson', phone: '+15550104400' }),
      store: { id: 'store-1', name: 'Cedar Ford', zone: 'America/Chicago' },
      measures: makeMeasures({ callStepsDue: 40, callStepsDone: 6 }),
      activities: {
        edges: KINDS.map((kind, index) => ({
          node: {
            id: `activity-${page}-${index}`,
            at: at(`09:0${index}`),
            channel: 'call',
            disposition: 'leftMessage',
            note: index === 0 ? 'asked about the blue one' : null,
            opportunity: { id: 'opportunity-1', customerName: 'Ann Lee', vehicle: '2024 Ford Bronco' },
            proof: { kind },
          },
        })),
        pageInfo: { hasNextPage: !after, endCursor: 'cursor-1' },
      },
      missed: {
        edges: [
          {
            node: {
              id: 'task-1',
              channel: 'call',
              deadline: at('08:05'),
              reasons: [{ code: 'x', text: 'First call, 5 minutes after receipt.' }],
              customerName: NAMES[missedPage] ?? '',
              vehicle: null,
            },
          },
        ],
        pageInfo: { hasNextPage: missedPage < missedPages, endCursor: `missed-${missedPage}` },
      },
    },
  };
}

export function makeActivity(): ActivityResult {
  return {
    node: {
      __typename: 'Activity',
      id: 'activity-newest-0',
      at: at('09:00'),
      recordedAt: at('09:02'),
      channel: 'call',
      disposition: 'leftMessage',
      note: 'asked about the blue one',
      member: { id: 'member-1', name: 'Sam Ortiz' },
      opportunity: { id: 'opportunity-1', customerName: 'Ann Lee', vehicle: '2024 Ford Bronco' },
      proof: {
        kind: 'verified',
        reasons: [{ code: 'proof.documented', text: 'The phone system has this call, 1 min from the time noted.' }],
      },
      record: { startedAt: at('09:01'), talkSeconds: 34, totalSeconds: 41, outcome: 'voicemailLeft', source: 'twilio' },
    },
  };
}
