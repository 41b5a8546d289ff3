import { InputError } from '../../domain/input-error.ts';
import type { YamlPath, YamlSource } from '../../input/yaml-source.ts';
import type { SignInProfile } from '../sign-in-profile.ts';

/** What no schema says well: a key that is needed where another is, or is not, there. */
export function mistakesInSignIn(signIn: SignInProfile, source: YamlSource): InputError[] {
  if (signIn.method !== 'authorization-code') return [];
  const { issuer, authorizationEndpoint, tokenEndpoint, form, module, password } = signIn;
  const mistakes: InputError[] = [];
  const tell = (wrong: boolean, sentence: string, key = 'method'): void => {
    if (wrong) mistakes.push(new InputError(sentence, source.positionOfKey(['signIn', key])));
  };
  tell(
    issuer === undefined && (authorizationEndpoint === undefined || tokenEndpoint === undefined),
    'Det står inte var man loggar in; lägg till "issuer", eller både "authorizationEndpoint" och "tokenEndpoint".',
  );
  tell(
    form === undefined && module === undefined,
    'Det står inte hur man loggar in på sidan; lägg till "form" med orden på sidan, eller "module".',
  );
  tell(
    form !== undefined && module !== undefined,
    'Man loggar in på sidan antingen med "form" eller med "module"; ta bort den ena.',
    'module',
  );
  tell(
    form !== undefined && password === undefined,
    'Nyckeln "password" saknas, som formuläret fylls i med; lägg till den: password: env:NAMN.',
    'form',
  );
  return mistakes;
}

/** The profile with the memory of where each key of it stands, for what goes wrong when somebody signs in. */
export function withPlaces(signIn: SignInProfile, source: YamlSource): SignInProfile {
  if (signIn.method !== 'authorization-code') return signIn;
  const placed = KEYS.map((key) => [key, source.positionOf(['signIn', ...pathOf(key)])] as const);
  return { ...signIn, places: Object.fromEntries(placed) };
}

const pathOf = (key: string): YamlPath => key.split('.');

/** Those that a failure may speak of. */
const KEYS = [
  ...['issuer', 'clientId', 'redirectUri', 'scope', 'parameters', 'staff', 'password', 'module'],
  ...['userName', 'password', 'submit', 'next', 'consent'].map((key) => `form.${key}`),
];
