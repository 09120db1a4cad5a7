/** Takes in what a visitor sent. */
export {};
