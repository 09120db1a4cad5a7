/** The name under which a lead form keeps what is its own: one a store. */
export function storedName(key: string | undefined): string {
  return `beback:lead:${key ?? ''}`;
}
