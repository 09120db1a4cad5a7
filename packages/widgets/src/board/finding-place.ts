/**
 * Where a reader is left who acknowledged this finding: at it, or at the line that tells it together with others while
 * those are folded away.
 */
export function findingPlace(root: ParentNode, id: string): HTMLElement | undefined {
  const finding = root.querySelector<HTMLElement>(`#${CSS.escape(`finding-${id}`)}`);
  const folded = finding?.closest('details:not([open])');
  return (folded ? folded.closest<HTMLElement>('.alike') : finding) ?? undefined;
}
