/** Leads as managers see them, and their review. */
export {};
