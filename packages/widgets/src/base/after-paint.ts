/** Where nothing is painted (a page in the background) the work is done all the same, and soon. */
const LATEST_MILLISECONDS = 200;

/**
 * Does work once what has just changed is on the screen: nobody waits for a paint because of what he or she does not see.
 *
 * @returns does it at once, if it is not done yet: what has to be done before the page goes
 */
export function afterPaint(work: () => void): () => void {
  let isDone = false;
  const run = (): void => {
    if (isDone) return;
    isDone = true;
    clearTimeout(latest);
    work();
  };
  const latest = setTimeout(run, LATEST_MILLISECONDS);
  // A frame's own callbacks come before its paint, a task behind it.
  requestAnimationFrame(() => setTimeout(run));
  return run;
}
