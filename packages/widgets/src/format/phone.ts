/** `(555) 010-2234` for a North American number, else the number as it came. */
export function phoneInWords(phone: string): string {
  const digits = /^\+?1?(\d{3})(\d{3})(\d{4})$/.exec(phone.replaceAll(/[\s().-]/g, ''));
  return digits === null ? phone : `(${digits[1]}) ${digits[2]}-${digits[3]}`;
}

/** The address that dials: digits and a leading plus only, without an extension, which nothing dials reliably. */
export function dialAddress(phone: string): string {
  const [number = ''] = /^[+\d\s()./-]*/.exec(phone) ?? [];
  return `tel:${number.replaceAll(/[^\d+]/g, '')}`;
}
