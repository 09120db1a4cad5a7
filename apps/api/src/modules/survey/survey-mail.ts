/** The mail that asks a buyer three questions. */
export {};
