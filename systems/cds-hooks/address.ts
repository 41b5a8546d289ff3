import type { SystemProfile } from '../profile.ts';

/** Where a system's decision support is asked by CDS Hooks, or why it cannot be, in words for a report. */
export type CdsHooksAddress =
  | { readonly address: string; readonly token?: string }
  | { readonly reason: string };

/** What the profile says of it, with every `env:NAME` read; that only the deck needs it is why a missing one is no mistake. */
export function cdsHooksOf(
  { name, cdsHooks }: Pick<SystemProfile, 'name' | 'cdsHooks'>,
  environment: Readonly<Record<string, string | undefined>>,
): CdsHooksAddress {
  if (cdsHooks === undefined)
    return { reason: `Systemprofilen ${name} säger inte var beslutsstödet frågas (cdsHooks).` };
  const missing: string[] = [];
  const read = (value: string): string => {
    const variable = /^env:(.+)$/.exec(value)?.[1];
    const found = variable === undefined ? value : environment[variable];
    if (found !== undefined && found !== '') return found;
    missing.push(variable ?? value);
    return '';
  };
  const address = read(cdsHooks.address);
  const token = cdsHooks.token === undefined ? undefined : read(cdsHooks.token);
  if (missing.length > 0)
    return {
      reason: `Miljövariabeln ${missing.join(' och ')}, som systemprofilen ${name} hämtar cdsHooks ur, är inte satt.`,
    };
  return { address, ...(token === undefined ? {} : { token }) };
}
