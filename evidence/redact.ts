import { EvidenceError } from './errors.ts';

/** Takes what must never be written out of a text. */
export type Redactor = (text: string) => string;

export interface RedactionOptions {
  /** Passwords and tokens of the run; wherever one of them stands, plain or encoded, it is taken out. */
  readonly secrets?: readonly string[];
  /** Whether an identity number, digits only with century where it was given, lies in a range that nobody can have. */
  readonly isSafeIdentity?: (digits: string) => boolean;
}

const SHORTEST_SECRET = 6;

const TOKENS = [
  /\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi,
  /\beyJ[\w-]+\.[\w-]+\.[\w-]*/g,
  /\b(access_token|refresh_token|id_token|client_secret|password|lösenord)(["']?\s*[=:]\s*["']?)[^\s"'&,;]+/giu,
];

/** Personnummer and samordningsnummer, with or without century and separator. */
const IDENTITY = /(?<!\d)(\d{2})?(\d{2})(\d{2})(\d{2})([-+ ]?)(\d{4})(?!\d)/g;

/** A redactor for one run. Throws {@link EvidenceError} when a secret is too short to be told from ordinary text. */
export function createRedactor({ secrets = [], isSafeIdentity = () => false }: RedactionOptions): Redactor {
  const forms = [...new Set(secrets.flatMap(formsOf))].sort((a, b) => b.length - a.length);
  return (text) => {
    let clean = text;
    for (const form of forms) clean = clean.replaceAll(form, '[hemlighet borttagen]');
    for (const token of TOKENS) clean = clean.replace(token, '[hemlighet borttagen]');
    return clean.replace(IDENTITY, (found) =>
      isIdentityNumber(found) && !isSafeIdentity(found.replace(/\D/g, ''))
        ? '[personnummer borttaget]'
        : found,
    );
  };
}

/** A word of everything that {@link TOKENS} takes out. */
const TOKEN_WORDS = /bearer|basic|eyJ|_token|client_secret|password|lösenord/iu;

/**
 * The JSON of a value in which no string holds what must never be written out. Most values hold nothing of it, which
 * one look at their JSON tells; only the others are gone through string by string.
 */
export function createJsonRedactor(options: RedactionOptions): (value: unknown) => string {
  const redact = createRedactor(options);
  const forms = (options.secrets ?? []).flatMap(formsOf).map((form) => JSON.stringify(form).slice(1, -1));
  const looksClean = (json: string): boolean =>
    !TOKEN_WORDS.test(json) && json.search(IDENTITY) < 0 && !forms.some((form) => json.includes(form));
  const withoutSecrets = (_key: string, value: unknown) =>
    typeof value === 'string' ? redact(value) : value;
  return (value) => {
    const json = JSON.stringify(value);
    return looksClean(json) ? json : JSON.stringify(value, withoutSecrets);
  };
}

/** The shapes in which a secret turns up in addresses, headers and messages. */
function formsOf(secret: string): string[] {
  if (secret.length < SHORTEST_SECRET) {
    throw new EvidenceError(
      'short-secret',
      `En hemlighet har färre än ${SHORTEST_SECRET} tecken och kan inte skiljas från vanlig text. Byt den i testmiljön.`,
    );
  }
  const base64 = Buffer.from(secret).toString('base64');
  return [secret, encodeURIComponent(secret), base64, base64.replace(/=+$/, '')];
}

/** A date (the day raised by 60 in a samordningsnummer) and a check digit by Luhn over the last ten digits. */
function isIdentityNumber(text: string): boolean {
  const digits = text.replace(/\D/g, '').slice(-10);
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6)) % 60;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && luhn(digits) % 10 === 0;
}

const luhn = (digits: string): number =>
  [...digits].reduce((sum, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return sum + (product > 9 ? product - 9 : product);
  }, 0);
