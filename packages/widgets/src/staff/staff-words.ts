import type { Channel, Disposition, FailureKind, Role } from '@beback/client';

/** Words that the staff's widgets share, in one language. */
export interface StaffWords {
  readonly tryAgain: string;
  readonly signedOut: string;
  readonly signIn: string;
  readonly nobodyNamed: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly failure: Readonly<Record<FailureKind, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly dispositions: Readonly<Record<Disposition, string>>;
}
