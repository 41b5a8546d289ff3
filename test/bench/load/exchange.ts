/** What was asked of a system and what it answered. */
export interface Exchange {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** From the host on. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly answer: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
  };
}

const MOMENT = /\d{4}-\d\d-\d\dT\d\d(?::|%3A)\d\d(?::|%3A)[\d.]+(?:Z|[+-]\d\d:\d\d)/g;

/** What makes a request the same in another run of the same plan: all but when it was sent and with which token. */
export function keyOf({
  method,
  path,
  headers,
  body,
}: Pick<Exchange, 'method' | 'path' | 'headers' | 'body'>): string {
  const what = method === 'POST' ? (headers['if-none-exist'] ?? body) : '';
  return withoutMoments(`${method} ${path} ${what}`);
}

/**
 * What would have been answered to a request for other moments: a search says in its answer what it was asked, and an
 * asker that holds it to that would take an old one for a search that was not done.
 * @param path the request that came, the same but for its moments
 */
export function answerTo(path: string, recorded: Exchange): string {
  const asked = path.match(MOMENT) ?? [];
  return (recorded.path.match(MOMENT) ?? []).reduce(
    (body, then, place) => body.replaceAll(then, asked[place] ?? then),
    recorded.answer.body,
  );
}

export const withoutMoments = (text: string): string => text.replaceAll(MOMENT, 'then');
