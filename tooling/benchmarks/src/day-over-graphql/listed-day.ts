import { createHash } from 'node:crypto';

/**
 * A person's day as everybody here can show it: tasks with customer, opportunity and last activity, opened, in the order in
 * which they were placed. Contact law, reasons and counts are not asked.
 */
export const LISTED_DAY = `query ListedDay {
  workPlan(order: placed) {
    tasks {
      id channel from deadline
      customerName phone
      opportunityId vehicle appointmentAt storeName
      lastActivity { at channel disposition }
    }
  }
}`;

export const LISTED_DAY_ID = createHash('sha256').update(LISTED_DAY).digest('hex');
