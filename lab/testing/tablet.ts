/** A browser as far as a test needs one: keeps cookies and the page's token, and knows how the clock stood. */
export class Tablet {
  readonly #address: () => string;
  readonly #cookies = new Map<string, string>();
  #token = '';
  #clock = '';
  /** What the lab answered last. */
  said = '';
  headers: Headers | undefined;

  constructor(address: () => string) {
    this.#address = address;
  }

  async get(path = '/', headers: Record<string, string> = {}): Promise<{ status: number; text: string }> {
    const answer = await fetch(`${this.#address()}${path}`, {
      headers: { cookie: this.#cookie, ...headers },
      redirect: 'manual',
    });
    this.#keep(answer);
    const text = await answer.text();
    this.#token = /name="csrf" content="([^"]*)"/.exec(text)?.[1] ?? this.#token;
    this.#clock = /name="match" value="(\d+)"/.exec(text)?.[1] ?? this.#clock;
    return { status: answer.status, text };
  }

  async post(
    path: string,
    form: Record<string, string> | Buffer,
    { token = this.#token, match }: { readonly token?: string; readonly match?: string } = {},
  ): Promise<number> {
    const answer = await fetch(`${this.#address()}${path}`, {
      ...{ method: 'POST', redirect: 'manual' },
      body: Buffer.isBuffer(form) ? new Uint8Array(form) : new URLSearchParams(form),
      headers: {
        cookie: this.#cookie,
        'csrf-token': token,
        ...(Buffer.isBuffer(form) ? { 'content-type': 'image/png' } : {}),
        ...(match === undefined ? {} : { 'if-match': `"${match}"` }),
      },
    });
    this.#keep(answer);
    this.headers = answer.headers;
    this.said = await answer.text();
    return answer.status;
  }

  /** Takes a token that the lab gave otherwise than in a page. */
  hold(token: string): void {
    this.#token = token;
  }

  /** Goes in by a code, from a page that was just loaded. */
  async enter(code: string): Promise<number> {
    await this.get();
    const status = await this.post('/in', { code });
    await this.get();
    return status;
  }

  tap(act: string, more: Record<string, string> = {}): Promise<number> {
    return this.post('/tap', { do: act, ...more });
  }

  /** Presses something of the clock as it stands on the page that was loaded last. */
  tapClock(act: string, more: Record<string, string> = {}): Promise<number> {
    return this.post('/tap', { do: act, ...more }, { match: this.#clock });
  }

  /** Is told whenever something happens, until it hangs up or the lab closes. */
  async listen(signal: AbortSignal, told: () => void): Promise<void> {
    const { body } = await fetch(`${this.#address()}/events`, {
      headers: { cookie: this.#cookie, accept: 'text/event-stream' },
      signal,
    });
    for await (const text of body?.pipeThrough(new TextDecoderStream()) ?? [])
      if (text.includes('data:')) told();
  }

  get #cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep({ headers }: Response): void {
    for (const cookie of headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/);
      this.#cookies.set(name, value);
    }
  }
}
