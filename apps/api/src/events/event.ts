/** What a COMMIT tells the other processes and browsers: ids only, whoever hears it asks for the rows. */
export type BebackEvent =
  /** A member's list of tasks is no longer what it was. `touchId`: the touch that changed, where it was one. */
  { readonly kind: 'dayChanged'; readonly memberId: string; readonly touchId?: string };

/** An event as a subscriber gets it. `missed`: some were lost (a slow reader, a lost connection): fetch anew. */
export type HeardEvent = BebackEvent | { readonly kind: 'missed' };
