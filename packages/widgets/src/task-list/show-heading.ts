/** Another card was asked for: its heading is read out, and brought into sight when it is out of it. */
export function showHeading(root: ParentNode): void {
  const heading = root.querySelector<HTMLElement>('#customer');
  heading?.focus({ preventScroll: true });
  const top = heading?.getBoundingClientRect().top ?? 0;
  if (top < 0 || top > innerHeight) heading?.scrollIntoView({ block: 'start' });
}
