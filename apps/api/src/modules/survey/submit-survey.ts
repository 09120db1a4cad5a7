import { type Fact, type Id, type Instant, isLow, parseAnswers, type Reason, type SurveyAnswers } from '@beback/core';
import type { GroupTransaction } from '../../database/gateway.ts';
import { json, statement } from '../../database/statement.ts';
import { InputError } from '../../graphql/errors.ts';
import type { Seal } from '../../secrets/seal.ts';
import { factOf } from '../fact/fact-row.ts';
import { advance } from '../opportunity/advance.ts';
import { lockOpportunity } from '../opportunity/opportunity-row.ts';
import { loadStoreRules } from '../store/store-rules.ts';
import { loadQuestionnaire } from './load-questionnaire.ts';
import { markInvited } from './mark-invited.ts';
import type { Invitation, OpenedInvitation } from './open-invitation.ts';

export const COMMENT_FIELD = 'surveyResponse.comment';

/** What the visitor sent: a number for each question id. */
export interface SubmittedSurvey {
  readonly answers: Readonly<Record<string, number>>;
  readonly comment: string | undefined;
}

const RESPONSE = statement(
  'keep survey response',
  `insert into survey_response (group_id, invitation_id, answers, comment_sealed, low, answered_at)
   values ($1, $2, $3, $4, $5, $6)
   on conflict (group_id, invitation_id) do nothing
   returning invitation_id`,
);
const ANSWERED = statement(
  'invitation answered',
  "update invitation set state = 'answered' where group_id = $1 and id = $2",
);

/**
 * Takes a buyer's answers. The first submission counts; any further one changes nothing. A low answer opens a recovery
 * call for the store's manager, in the same transaction.
 *
 * @returns whether the survey had been answered before.
 * @throws InputError naming the question.
 */
export function submitSurvey(
  { group, invitation }: OpenedInvitation,
  seal: Seal,
  submitted: SubmittedSurvey,
  now: Instant,
): Promise<{ readonly already: boolean }> {
  return group.transaction(async (tx) => {
    const { questionnaire, policy } = await loadQuestionnaire(tx, tx.groupId, invitation.planVersionId);
    const parsed = parseAnswers({ answers: submitted.answers, comment: submitted.comment ?? '' }, questionnaire);
    if (!parsed.ok) throw inputErrorOf(parsed.refusals[0]);
    const { answers, comment } = parsed.value;
    const first = await tx.sql(RESPONSE, [
      tx.groupId,
      invitation.id,
      json(answers),
      comment === undefined ? null : seal.seal(tx.groupId, COMMENT_FIELD, comment),
      isLow(answers, policy),
      new Date(now),
    ]);
    if (first.length === 0) return { already: true };
    const invited = await markInvited(tx, invitation, now);
    await tx.sql(ANSWERED, [tx.groupId, invitation.id]);
    await recordAnswer(tx, seal, invitation, parsed.value, invited, now);
    return { already: false };
  });
}

async function recordAnswer(
  tx: GroupTransaction,
  seal: Seal,
  invitation: Invitation,
  { answers, comment }: SurveyAnswers,
  invited: readonly Fact[],
  now: Instant,
): Promise<void> {
  const { storeId } = invitation;
  const opportunity = await lockOpportunity(tx, invitation.opportunityId);
  const rules = await loadStoreRules(tx, tx.groupId, storeId, now);
  if (opportunity === undefined || rules === undefined) {
    throw new Error(`invitation ${invitation.id} is of no opportunity, or its store has no active plan`);
  }
  const data = {
    invitationId: invitation.id as Id<'Invitation'>,
    opportunityId: invitation.opportunityId as Id<'Opportunity'>,
    customerId: invitation.customerId as Id<'Customer'>,
    answers,
    commented: comment !== undefined,
  };
  const fact = factOf({ kind: 'survey.answered', at: now, data }, storeId, now);
  await advance(tx, seal, rules, opportunity, [...invited, fact], now);
}

function inputErrorOf({ code, data }: Reason): InputError {
  const question = data['question'];
  switch (code) {
    case 'survey.answerMissing':
      return new InputError(`answers.${question}`, 'an answer to every question');
    case 'survey.answerOffScale':
      return new InputError(`answers.${question}`, `a whole number from 1 to ${data['scaleTo']}`);
    case 'survey.commentTooLong':
      return new InputError('comment', `at most ${data['maxLength']} characters`);
    case 'survey.questionUnknown':
      return new InputError('answers', 'the questions of this survey and no others');
    default:
      return new InputError('answers', 'a number for each question');
  }
}
