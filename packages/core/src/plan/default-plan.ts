import { id } from '../spine/id.ts';
import { defaultActionPlans } from './default-steps.ts';
import type { FollowUpPlan } from './follow-up-plan.ts';

/**
 * A follow-up plan to begin with, to be read, changed and signed. A fresh document each time.
 *
 * Where its figures come from: answer within 5 minutes: the odds of reaching a lead fall a hundredfold from 5 to 30
 * minutes (InsideSales/MIT lead response study, 2007). Hand-over after 15 and the manager after 30 minutes: common
 * practice of trainers. At most 3 attempts in 24 hours: Florida, Oklahoma, Maryland. The 90 % alarm and the rule for a
 * department that skips its calls: ours. Capacity: practitioners' statements of what one person gets done in a day
 * (floor 25 tasks, of them 15 calls; Internet 50; BDC 100). Survey: three questions two days after delivery.
 *
 * @example
 * const plan = { ...defaultPlan(), version: id<'PlanVersion'>('store-12-v1'), name: 'How we follow up' };
 */
export function defaultPlan(): FollowUpPlan {
  return {
    schemaVersion: 1,
    version: id('default-1'),
    name: 'Follow-up plan to begin with',
    actionPlans: defaultActionPlans(),
    clock: { callWithinOpenMinutes: 5, handOverAfterOpenMinutes: 15, managerAfterOpenMinutes: 30 },
    standards: {
      documentedShareAlarm: 0.9,
      skippingDepartment: { minCallSteps: 10, storeDays: 5, missedShare: 0.5, emailDoneShare: 0.8 },
    },
    contactPolicy: {
      calls: { from: '08:00', until: '21:00' },
      texts: { from: '08:00', until: '21:00' },
      callAttemptsIn24Hours: 3,
      quietWeekdays: [],
    },
    capacity: {
      sales: { tasks: 25, calls: 15 },
      internet: { tasks: 50, calls: 50 },
      bdc: { tasks: 100, calls: 100 },
    },
    survey: {
      daysAfterDelivery: 2,
      questions: [
        {
          id: 'happy',
          text: {
            en: 'Were you happy with us?',
            es: '¿Quedó satisfecho con nosotros?',
            fr: 'Avez-vous été satisfait de nous ?',
          },
          scaleTo: 5,
        },
        {
          id: 'gotWhatYouWanted',
          text: {
            en: 'Did you get what you wanted?',
            es: '¿Obtuvo lo que quería?',
            fr: 'Avez-vous obtenu ce que vous vouliez ?',
          },
          scaleTo: 5,
        },
        {
          id: 'recommend',
          text: {
            en: 'Would you recommend us to family or friends?',
            es: '¿Nos recomendaría a familiares o amigos?',
            fr: 'Nous recommanderiez-vous à votre famille ou à vos amis ?',
          },
          scaleTo: 5,
        },
      ],
      lowAnswer: 2,
    },
  };
}
