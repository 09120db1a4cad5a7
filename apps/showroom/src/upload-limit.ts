/** Characters of a file that the server takes; a test keeps it to the server's own word. */
export const MOST_CHARACTERS = 4_000_000;
