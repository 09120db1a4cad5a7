/** What a store’s lead form shows before anybody has typed. */
export {};
