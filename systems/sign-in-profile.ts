import type { InputPosition } from '../domain/input-error.ts';

/** How robots sign in, as a profile says it. A value `env:NAME` is read from the environment when it is needed. */
export type SignInProfile =
  | { readonly method: 'none' }
  | PasswordSignIn
  | ClientCredentialsSignIn
  | PrivateKeySignIn
  | CertificateSignIn
  | AuthorizationCodeSignIn;

/** What every method that asks for a token has. */
interface TokenSignIn {
  readonly tokenEndpoint: string;
  /** What is asked for, as OAuth writes it: 'system/Patient.rs system/Observation.crus'. */
  readonly scope?: string;
}

/** Somebody of their own for each role, unit and shift. */
export interface AccountPatterns {
  /** Pattern of staff user names: {role}, {unit} (the unit's key), {shift} ('day' when none). */
  readonly staff: string;
  /** Pattern of patients' user names: {identifier}. Absent: patients cannot sign in. */
  readonly patient?: string;
  /** User name of the population register, which makes people and units known. */
  readonly registry: string;
  /** User name that brings whole records in, as `genrep seed` does. Absent: the register's. */
  readonly migration?: string;
}

/** Who signs in to pages by a form, and with what. */
export interface PagesSignIn extends Omit<AccountPatterns, 'registry' | 'migration'> {
  /** User name that makes people known, where pages are for that. */
  readonly registry?: string;
  /** Usually `env:…`. */
  readonly password: string;
}

/** OAuth 2.0's password grant (RFC 6749, 4.3). */
export interface PasswordSignIn extends TokenSignIn, AccountPatterns {
  readonly method: 'password';
  readonly clientId: string;
  /** Usually `env:…`. */
  readonly password: string;
}

/** One client for all, with a secret (RFC 6749, 4.4). */
export interface ClientCredentialsSignIn extends TokenSignIn {
  readonly method: 'client-credentials';
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the secret is written: in the Authorization header (what every server must take) or in the form. */
  readonly secretIn?: 'header' | 'form';
}

/** One client for all, with a key: SMART Backend Services (RFC 7523). */
export interface PrivateKeySignIn extends TokenSignIn {
  readonly method: 'private-key-jwt';
  readonly clientId: string;
  /** The private key, PKCS #8 in PEM: a file, or `env:…`. */
  readonly key: string;
  /** `kid` of the key in the JWKS that the system knows. */
  readonly keyId: string;
  readonly algorithm: 'RS384' | 'ES384';
  /** Whom the assertion is for. Absent: the token endpoint, as SMART has it. */
  readonly audience?: string;
}

/** Mutual TLS (RFC 8705), with a certificate for each role as in SITHS. */
export interface CertificateSignIn extends TokenSignIn {
  readonly method: 'certificate';
  /** Whom to trust besides those whom Node trusts, PEM: a file, or `env:…`. */
  readonly authority?: string;
  /** By role; `registry` and `migration` are the register and whoever brings records in. */
  readonly certificates: Readonly<Record<string, ClientCertificate>>;
}

/** OAuth 2.0's authorization code with PKCE (RFC 7636): each signs in as people do, on a page in a browser. */
export interface AuthorizationCodeSignIn extends AccountPatterns {
  readonly method: 'authorization-code';
  /** Where OpenID Connect Discovery is asked. Absent: both endpoints are told. */
  readonly issuer?: string;
  readonly authorizationEndpoint?: string;
  readonly tokenEndpoint?: string;
  readonly clientId: string;
  /** On this machine; nothing needs to listen there, since the browser is stopped on its way. */
  readonly redirectUri: string;
  readonly scope?: string;
  /** Beside OAuth's own in the authorization request: `aud`, `acr_values`, `prompt`. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** Usually `env:…`. */
  readonly password?: string;
  readonly form?: SignInForm;
  /** A file that exports `signIn`, where the pages are no form: in YAML relative to the profile, absolute once it is read. */
  readonly module?: string;
  /** Where each key stands in the user's file, by its name ('form.userName'); where it is missing, where it belongs. */
  readonly places?: Readonly<Record<string, InputPosition>>;
}

/** The words on the page where people sign in: labels of fields, names of buttons. */
export interface SignInForm {
  readonly userName: string;
  readonly password: string;
  readonly submit: string;
  /** The button between a page with the user name and one with the password. */
  readonly next?: string;
  /** The button that lets the client in, where it is asked for. */
  readonly consent?: string;
}

export interface ClientCertificate {
  readonly clientId: string;
  /** PEM, with what is between it and the root: a file, or `env:…`. */
  readonly certificate: string;
  /** Its private key in PEM: a file, or `env:…`. */
  readonly key: string;
}
