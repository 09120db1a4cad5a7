export { ActivityLoggedEvent } from './events/activity-logged-event.ts';
export { SignInNeededEvent } from './events/sign-in-needed-event.ts';
export { TaskList } from './task-list/task-list.ts';
