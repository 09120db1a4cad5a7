/** What the demo tells about itself: whom to sign in as, and which keys it has. */
export interface DemoInfo {
  readonly group: string;
  readonly stores: number;
  readonly people: readonly DemoPerson[];
  readonly password: string;
  readonly intakeKey: string;
  readonly publishableKey: string;
  readonly dealerSite: string;
}

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly shows: string;
  readonly path: string;
}

/** The demo's own words; undefined on a server that is no demo. */
export async function readDemoInfo(): Promise<DemoInfo | undefined> {
  try {
    const answer = await fetch('/demo/info.json');
    return answer.ok ? ((await answer.json()) as DemoInfo) : undefined;
  } catch {
    return undefined;
  }
}
