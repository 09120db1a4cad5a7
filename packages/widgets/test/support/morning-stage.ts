import {
  type AbsencePreviewResult,
  type AbsenceView,
  type AppointmentsToConfirmResult,
  absencePreview,
  appointmentsToConfirm,
  type Capability,
  endAbsence,
  markAbsent,
  type StoreTodayResult,
  storeToday,
  type UnansweredLeadsResult,
  unansweredLeads,
  type ViewerResult,
  viewer,
} from '@beback/client';
import { vi } from 'vitest';
import { Morning } from '../../src/morning/morning.ts';
import { makeFinding } from './board-make.ts';
import { at } from './make.ts';
import { mount, textOf } from './page.ts';
import { StubApi } from './stub-api.ts';

type Person = StoreTodayResult['storeToday']['people'][number];
type WaitingLead = UnansweredLeadsResult['unansweredLeads']['leads'][number];
type Appointment = AppointmentsToConfirmResult['appointmentsToConfirm'][number];
type Move = AbsencePreviewResult['absencePreview'][number];

const SALES = { id: 'department-1', kind: 'sales', name: 'Sales' } as const;
const BDC = { id: 'department-2', kind: 'bdc', name: 'BDC' } as const;

export const AWAY: AbsenceView = {
  id: 'absence-1',
  from: '2026-11-21',
  until: '2026-11-23',
  backOn: '2026-11-24',
  why: null,
};

export function makePerson(name: string, over: Partial<Person> = {}): Person {
  return {
    member: { id: name.toLowerCase(), name, role: 'salesperson' },
    department: SALES,
    tasks: 14,
    done: 6,
    promised: 2,
    capacity: 25,
    absence: null,
    nextAbsence: null,
    ...over,
  };
}

export function makeMove(name: string, over: Partial<Move> = {}): Move {
  return {
    task: { id: `task-${name}`, channel: 'call', customerName: name, vehicle: '2024 Ford Bronco' },
    placement: 'handedOver',
    member: { id: 'bob', name: 'Bob' },
    deferredTo: null,
    reasons: [{ code: 'workday.toColleague', text: 'Handed over: 14 of 25 tasks.' }],
    ...over,
  };
}

/** A lead of Ann's customer that has waited for 17 minutes, 12 of them open; Bob has the call. */
export function makeWaiting(over: Partial<WaitingLead['firstResponse']> = {}): WaitingLead {
  return {
    opportunityId: 'opportunity-1',
    customerName: 'Rosa Delgado',
    vehicle: '2026 Ford Bronco',
    source: 'Cars.example',
    owner: { id: 'ann', name: 'Ann' },
    firstResponse: {
      state: 'running',
      receivedAt: at('09:43'),
      asOf: at('10:00'),
      wallSeconds: 1020,
      openSeconds: 720,
      open: true,
      openChangesAt: at('20:00'),
      step: 'handOver',
      nextStep: 'manager',
      nextStepAt: at('10:18'),
      pausedBy: null,
      pausedUntil: null,
      heldBy: { id: 'bob', name: 'Bob' },
      ...over,
    },
  };
}

/** Ann's customer wants to come at two in the afternoon. */
export function makeAppointment(over: Partial<Appointment> = {}): Appointment {
  return {
    startsAt: at('14:00'),
    zone: 'America/Chicago',
    opportunity: {
      id: 'opportunity-2',
      customerName: 'Lee Park',
      vehicle: '2026 Ford Escape',
      owner: { id: 'ann', name: 'Ann', role: 'salesperson', phone: '+13125550100' },
    },
    ...over,
  };
}

/** A store in the morning: Ann may be away, Bob is full, Cat is over, Dee of the BDC is away until Monday. */
export class MorningStage {
  capabilities: readonly Capability[] = ['ownDay', 'storeBoard', 'manageDay', 'acknowledgeFindings'];
  stores = [{ id: 'store-1', name: 'Cedar Ford', zone: 'America/Chicago' }];
  ann: AbsenceView | null = null;
  findings = [makeFinding()];
  moves: readonly Move[] = [
    makeMove('Rosa Delgado'),
    makeMove('Lee Park'),
    makeMove('Kim Ruiz', { member: { id: 'dee', name: 'Dee' } }),
    makeMove('Old Lead', { placement: 'deferred', member: null, deferredTo: '2026-11-23' }),
    makeMove('Older Lead', { placement: 'automated', member: null }),
  ];
  /** Leads that nobody has answered. */
  waiting: readonly WaitingLead[] = [];
  /** Appointments that nobody has confirmed. */
  appointments: readonly Appointment[] = [];
  readonly api = new StubApi()
    .on(viewer, () => this.signedIn())
    .on(storeToday, () => ({ storeToday: this.today() }))
    .on(unansweredLeads, () => ({ clock: { now: at('10:00'), rate: 0 }, unansweredLeads: this.unanswered() }))
    .on(appointmentsToConfirm, () => ({ appointmentsToConfirm: this.appointments }))
    .on(absencePreview, () => ({ absencePreview: this.moves }))
    .on(markAbsent, ({ input }) => {
      this.ann = { ...AWAY, until: input.until ?? null };
      return { markAbsent: { __typename: 'AbsenceChangeSuccess' as const, absence: this.ann, moved: 5 } };
    })
    .on(endAbsence, () => {
      const absence = this.ann ?? AWAY;
      this.ann = null;
      return { endAbsence: { __typename: 'AbsenceChangeSuccess' as const, absence, moved: 4 } };
    });

  unanswered(): UnansweredLeadsResult['unansweredLeads'] {
    const { waiting } = this;
    return { asOf: at('10:00'), zone: 'America/Chicago', total: waiting.length, leads: waiting };
  }

  today(): StoreTodayResult['storeToday'] {
    return {
      day: '2026-11-21',
      asOf: at('10:00'),
      store: this.stores[0] ?? null,
      people: [
        makePerson('Ann', { absence: this.ann, ...(this.ann !== null && { tasks: 6 }) }),
        makePerson('Bob', { tasks: 25, done: 0, promised: 0 }),
        makePerson('Cat', { tasks: 28, nextAbsence: { ...AWAY, id: 'absence-2', from: '2026-11-30' } }),
        makePerson('Dee', { department: BDC, tasks: 0, done: 0, promised: 0, capacity: 100, absence: AWAY }),
      ],
      findings: this.findings,
    };
  }

  signedIn(): ViewerResult {
    return {
      viewer: {
        member: { id: 'max', name: 'Max', role: 'manager' },
        group: { id: 'group-1', name: 'Northway' },
        stores: this.stores,
        capabilities: this.capabilities,
      },
    };
  }

  element(): Morning {
    const morning = new Morning();
    morning.client = this.api.client();
    morning.boardHref = '/board/';
    return morning;
  }

  async show(words = 'in today'): Promise<Morning> {
    const morning = this.element();
    morning.locale = 'en';
    mount(morning);
    await until(morning, words);
    return morning;
  }
}

export async function until(element: Element, words: string): Promise<void> {
  await vi.waitFor(() => {
    if (!textOf(element).includes(words)) throw new Error(`not there: ${words} in ${textOf(element)}`);
  }, 8000);
}

/** Presses the button that is known by these words. */
export function press(element: Element, words: string): void {
  const buttons = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
  const button = buttons.find((one) => (one.ariaLabel ?? one.innerText).includes(words));
  if (button === undefined) throw new Error(`no button says ${words}`);
  button.focus();
  button.click();
}
