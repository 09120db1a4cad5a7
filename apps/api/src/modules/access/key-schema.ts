/** Makes a store’s keys. */
export {};
