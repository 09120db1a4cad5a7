/** Makes the first group, store and administrator of an empty database. */
export {};
