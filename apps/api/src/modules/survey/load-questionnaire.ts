import { compilePlan, type Id, type Questionnaire, questionnaireOf, type SurveyPolicy } from '@beback/core';
import type { SqlRunner } from '../../database/gateway.ts';
import { statement } from '../../database/statement.ts';

const DOCUMENT = statement('plan of survey', 'select document from plan_version where group_id = $1 and id = $2');

/** A questionnaire with the policy that its answers are judged by. */
export interface AskedQuestionnaire {
  readonly questionnaire: Questionnaire;
  readonly policy: SurveyPolicy;
}

/** The questions as they were asked: of the plan version that the invitation names, also when a newer one runs now. */
export async function loadQuestionnaire(
  runner: SqlRunner,
  groupId: string,
  planVersionId: string,
): Promise<AskedQuestionnaire> {
  const [row] = await runner.sql<{ readonly document: unknown }>(DOCUMENT, [groupId, planVersionId]);
  const compiled = compilePlan(row?.document);
  if (!compiled.ok) throw new Error(`plan version ${planVersionId} does not compile: ${compiled.refusals[0].code}`);
  const policy = compiled.value.survey;
  return { policy, questionnaire: questionnaireOf(policy, planVersionId as Id<'PlanVersion'>) };
}
