import { type APIRequestContext, type APIResponse, request } from 'playwright';
import { InputError } from '../../domain/input-error.ts';
import type { PictureWithheld } from '../../domain/lab-evidence.ts';
import type { Wanted } from '../../lab/pictures.ts';

/** The place of a workstation, and where its browser opens. */
export interface Workplace {
  readonly seat: string;
  readonly pseudonym: string;
  readonly unitName: string;
  readonly pages: string;
}

/** The lab does not know this workstation any more: its place is taken away, or its person is forgotten. */
export class NotOfLab extends Error {}

/** A workstation's contact with its lab: by the lab's own cookies and tokens, like any browser there. */
export class LabContact {
  readonly #address: string;
  readonly #request: APIRequestContext;
  readonly #csrf: string;
  readonly place: Workplace;
  /** Bytes. */
  readonly largest: number;

  private constructor(
    address: string,
    asked: APIRequestContext,
    { csrf, largest }: { readonly csrf: string; readonly largest: number },
    place: Workplace,
  ) {
    this.#address = address;
    this.#request = asked;
    this.#csrf = csrf;
    this.largest = largest;
    this.place = place;
  }

  /** Comes in by the code of a place. Throws InputError where no lab answers, and with what the lab says of the code. */
  static async join(written: string, code: string): Promise<LabContact> {
    if (!/^https?:$/.test(URL.parse(written)?.protocol ?? ''))
      throw new InputError(
        `"${written}" är ingen adress till ett labb; skriv den som labbet visar, till exempel http://192.168.1.20:8430.`,
      );
    const address = new URL(written).origin;
    const asked = await request.newContext({ baseURL: address });
    try {
      const hello = await answered(asked.get('/workstation'), address);
      const known = (await hello.json().catch(() => ({}))) as {
        readonly csrf?: string;
        readonly largest?: number;
      };
      const { csrf, largest } = known;
      if (csrf === undefined || largest === undefined)
        throw new InputError(`På ${address} svarar något annat än ett labb; kontrollera adressen.`);
      const answer = await answered(
        asked.post('/workstation', { form: { code }, headers: { 'csrf-token': csrf } }),
        address,
      );
      const said = (await answer.json()) as Workplace & {
        readonly error?: string;
        readonly message?: string;
      };
      if (!answer.ok())
        throw new InputError(said.error ?? said.message ?? `Labbet svarade ${answer.status()}.`);
      return new LabContact(address, asked, { csrf, largest }, said);
    } catch (error) {
      await asked.dispose();
      throw error;
    }
  }

  /** The moments that the lab wants a picture of now. */
  async wanted(): Promise<readonly Wanted[]> {
    const answer = await this.#request.get('/workstation/wanted');
    requireKnown(answer);
    if (!answer.ok()) throw new Error(`The lab answered ${answer.status()}.`);
    return answer.json();
  }

  /** Sends what was shown, or why nothing is; rejects when the lab has not taken it and it should be sent again. */
  async keep({ card, at }: Wanted, shown: Buffer | PictureWithheld): Promise<void> {
    const answer = await this.#request.post('/workstation/picture', {
      params: { card, at },
      headers: {
        'csrf-token': this.#csrf,
        ...(typeof shown === 'string' ? {} : { 'content-type': 'image/png' }),
      },
      ...(typeof shown === 'string' ? { form: { withheld: shown } } : { data: shown }),
    });
    requireKnown(answer);
    // Of a moment that a server took with it when it was killed, no picture is wanted.
    if (!answer.ok() && answer.status() !== 404) throw new Error(`The lab answered ${answer.status()}.`);
  }

  /** Is told whenever something happens to the place, and at first; ends when the contact does. */
  async listen(signal: AbortSignal, told: () => void): Promise<void> {
    const { cookies } = await this.#request.storageState();
    const answer = await fetch(`${this.#address}/events`, {
      headers: {
        accept: 'text/event-stream',
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
      },
      signal,
    });
    for await (const text of answer.body?.pipeThrough(new TextDecoderStream()) ?? [])
      if (text.includes('data:')) told();
  }

  close(): Promise<void> {
    return this.#request.dispose();
  }
}

function requireKnown(answer: APIResponse): void {
  if (answer.status() === 401) throw new NotOfLab('Platsen finns inte längre i labbet.');
}

function answered(asking: Promise<APIResponse>, address: string): Promise<APIResponse> {
  return asking.catch(() => {
    throw new InputError(
      `Inget labb svarar på ${address}. Kontrollera adressen, och att labbet är startat med --host så att det nås från den här datorn.`,
    );
  });
}
