/** What the server said when it took a lead. */
export interface Accepted {
  readonly receipt: string;
  readonly answerBy: string | null;
}

/** What has become of a kept lead: accepted, or (without `accepted`) taken back. */
export interface LeadNews {
  readonly key: string;
  readonly accepted?: Accepted;
}

const CHANNEL = 'beback:lead';

/** Tells the other tabs, and the other forms of this page, which may show the same lead as not sent yet. */
export function tellNews(news: LeadNews): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(news);
  channel.close();
}

/** @returns a function that stops listening: a page with an open channel may not come back at once by the back button. */
export function hearNews(heard: (news: LeadNews) => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data }: MessageEvent<LeadNews>) => heard(data);
  return () => channel.close();
}
