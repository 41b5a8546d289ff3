import encoding from 'k6/encoding';

/** What jose takes for granted and k6 2.2 lacks: base64, copies, and keys that look as the Web Cryptography API says. */
const ownCrypto = crypto;
const { subtle } = ownCrypto;

type OwnKey = Awaited<ReturnType<typeof subtle.importKey>>;

const own = new WeakMap<object, OwnKey>();

/** k6's keys have no tag, and the name of their curve is no string to `===`. */
function standard(key: OwnKey): object {
  const { name, hash, modulusLength, namedCurve }: Readonly<Record<string, unknown>> = { ...key.algorithm };
  const curve = namedCurve === undefined ? undefined : String(namedCurve);
  const looking = {
    [Symbol.toStringTag]: 'CryptoKey',
    type: key.type,
    extractable: key.extractable,
    algorithm: { name, hash, modulusLength, namedCurve: curve },
    usages: [...key.usages],
  };
  own.set(looking, key);
  return looking;
}

function ownOf(key: object): OwnKey {
  const found = own.get(key);
  if (found === undefined) throw new Error('The key was not made here.');
  return found;
}

type Signing = Parameters<typeof subtle.sign>;

Object.assign(globalThis, {
  atob: (text: string): string =>
    Array.from(new Uint8Array(encoding.b64decode(text, 'std')), (byte) => String.fromCharCode(byte)).join(''),
  btoa: (text: string): string =>
    encoding.b64encode(Uint8Array.from(Array.from(text, (letter) => letter.charCodeAt(0))).buffer, 'std'),
  // Claims are plain JSON.
  structuredClone: (value: unknown): unknown => JSON.parse(JSON.stringify(value)),
  crypto: {
    randomUUID: () => ownCrypto.randomUUID(),
    subtle: {
      importKey: async (...given: Parameters<typeof subtle.importKey>) =>
        standard(await subtle.importKey(...given)),
      sign: (algorithm: Signing[0], key: object, data: Signing[2]) =>
        subtle.sign(algorithm, ownOf(key), data),
    },
  },
});
