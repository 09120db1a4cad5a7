/** Names of sealed columns. */
export const INCOMING_FIELDS = { from: 'incomingMessage.from', body: 'incomingMessage.body' } as const;
