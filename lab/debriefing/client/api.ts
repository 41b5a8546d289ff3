import type { Timeline } from '../timeline.ts';

/** Nobody has said who sits at this browser. */
export class SignedOut extends Error {}

const token = (): string => document.querySelector<HTMLMetaElement>('meta[name="csrf"]')?.content ?? '';

async function asked(address: string, init?: RequestInit): Promise<Response> {
  const answer = await fetch(address, init);
  if (answer.status === 401) throw new SignedOut();
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return answer;
}

const send = (
  address: string,
  method: 'POST' | 'DELETE',
  fields?: Record<string, string>,
): Promise<Response> =>
  asked(address, {
    ...{ method, headers: { 'csrf-token': token() } },
    ...(fields === undefined ? {} : { body: new URLSearchParams(fields) }),
  });

export const readTimeline = async (): Promise<Timeline> => (await asked('/timeline.json')).json();

/** Each of these answers the timeline as it is afterwards. */
export async function signIn(code: string): Promise<Timeline> {
  await send('/in', 'POST', { code });
  return readTimeline();
}

export async function addBookmark(at: number, seat: string, text: string): Promise<Timeline> {
  await send('/bookmarks', 'POST', { at: String(at), seat, text });
  return readTimeline();
}

export async function removeBookmark(id: string): Promise<Timeline> {
  await send(`/bookmarks/${encodeURIComponent(id)}`, 'DELETE');
  return readTimeline();
}
