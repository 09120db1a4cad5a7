/** Puts a mail into the outbox and its sending into the queue. */
export {};
