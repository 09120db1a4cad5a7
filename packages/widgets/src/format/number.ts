/** `62 %` of a share from 0 to 1. */
export function percent(share: number, tag: string): string {
  return new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** `1,234` */
export function count(value: number, tag: string): string {
  return new Intl.NumberFormat(tag).format(value);
}

/** `12 min`, `2 h 5 min`, `70 h` of minutes. */
export function minutes(value: number, tag: string): string {
  const unit = (amount: number, name: 'minute' | 'hour'): string =>
    new Intl.NumberFormat(tag, { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: 0 }).format(
      amount,
    );
  if (value < 90) return unit(value, 'minute');
  const whole = Math.round(value);
  if (whole >= 600) return unit(whole / 60, 'hour');
  return whole % 60 === 0
    ? unit(whole / 60, 'hour')
    : `${unit(Math.floor(whole / 60), 'hour')} ${unit(whole % 60, 'minute')}`;
}
