import type { Disposition } from '@beback/client';

/** The server has taken a logged activity. Ids only: a page's analytics hear no personal data. */
export class ActivityLoggedEvent extends Event {
  static readonly type = 'beback-activity-logged';
  readonly activityId: string;
  readonly taskId: string;
  readonly disposition: Disposition;

  constructor(logged: { readonly activityId: string; readonly taskId: string; readonly disposition: Disposition }) {
    super(ActivityLoggedEvent.type, { bubbles: true, composed: true });
    this.activityId = logged.activityId;
    this.taskId = logged.taskId;
    this.disposition = logged.disposition;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'beback-activity-logged': ActivityLoggedEvent;
  }
}
