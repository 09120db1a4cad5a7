// What is asked about people's days, and the shape of the answers.
import type { TestBrowser } from './test-client.ts';

export const WORK_PLAN = `query ($day: Day) { workPlan(day: $day) { day done left overload { code text } tasks {
  id customerName phone purpose opportunityId reasons { code text } } } }`;
export const WHY_NOT = `query ($opportunityId: ID, $customer: String) {
  whyNot(opportunityId: $opportunityId, customer: $customer) {
    opportunityId customerName onList reasons { code text }
    touches { channel state placement deferredTo member { name } reasons { code } } } }`;
export const DAY_SUM = `query ($memberId: ID) {
  daySum(memberId: $memberId) { placement deferredTo count member { name } } }`;
export const LOG = `mutation ($input: LogActivityInput!) { logActivity(input: $input) { __typename } }`;

export interface Task {
  readonly id: string;
  readonly customerName: string;
  readonly phone: string;
  readonly purpose: string;
  readonly opportunityId: string;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
}
export interface DayData {
  readonly workPlan: {
    readonly day: string;
    readonly done: number;
    readonly left: number;
    readonly overload: readonly { readonly code: string; readonly text: string }[];
    readonly tasks: readonly Task[];
  };
}
export interface BoardData {
  readonly storeBoard: { readonly findings: readonly object[] };
}
export interface GroupData {
  readonly groupBoard: { readonly storesNeedingYou: readonly object[] };
}
export interface WhyData {
  readonly whyNot: readonly {
    readonly opportunityId: string;
    readonly customerName: string;
    readonly onList: boolean;
    readonly reasons: readonly { readonly code: string; readonly text: string }[];
    readonly touches: readonly {
      readonly placement: string | null;
      readonly deferredTo: string | null;
      readonly member: { readonly name: string } | null;
    }[];
  }[];
}
export interface SumData {
  readonly daySum: readonly {
    readonly placement: string;
    readonly deferredTo: string | null;
    readonly count: number;
    readonly member: { readonly name: string } | null;
  }[];
}

/** The answer to a question that has to be answered. */
export async function answerOf<D>(browser: TestBrowser, query: string, variables: object): Promise<D> {
  const { data, errors } = await browser.graphql<D>(query, variables);
  if (data == null) throw new Error(JSON.stringify(errors));
  return data;
}
