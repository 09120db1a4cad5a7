/** A person decides about a lead that was held. */
export {};
