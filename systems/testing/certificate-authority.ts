import { generate } from 'selfsigned';

/** A certificate and its key, PEM. */
export interface Issued {
  readonly certificate: string;
  readonly key: string;
}

export interface CertificateAuthority {
  /** PEM */
  readonly certificate: string;
  /** @param name of whom it is for; good for 127.0.0.1 besides, so that a server can have it */
  issue(name: string): Promise<Issued>;
}

const CURVE = { keyType: 'ec', algorithm: 'sha256' } as const;

/** An authority of a test's own, as SITHS is in Swedish care. */
export async function createCertificateAuthority(name: string): Promise<CertificateAuthority> {
  const root = await generate(named(name), {
    ...CURVE,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return {
    certificate: root.cert,
    async issue(subject) {
      const { cert, private: key } = await generate(named(subject), {
        ...CURVE,
        ca: { key: root.private, cert: root.cert },
        extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
      });
      return { certificate: cert, key };
    },
  };
}

const named = (value: string) => [{ name: 'commonName', value }];
