/** The public lead form: what it shows, and what it sends. */
export {};
