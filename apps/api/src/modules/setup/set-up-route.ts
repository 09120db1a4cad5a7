/** POST /setup, open while the database is empty. */
export {};
