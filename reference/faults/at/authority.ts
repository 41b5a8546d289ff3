import type { Authority } from '../../authority/authority.ts';
import { Refusal, type SignedIn } from '../../workflow.ts';
import type { Faults } from '../fault.ts';
import { factsOf } from './who.ts';

/** The authority as it is applied: with holes, or too narrow. */
export function astrayAuthority(
  authority: Authority,
  faults: Faults,
  unitKindOf: (person: SignedIn) => string | undefined,
): Authority {
  if (!faults.isPlanted('authority')) return authority;
  const decided = (allowed: boolean | 'own', by: SignedIn, resourceType: string, interaction: string) =>
    faults.pass<{ readonly allowed: boolean | 'own' }>(
      'authority',
      { allowed },
      { ...factsOf(by, unitKindOf), resourceType, interaction },
    )?.things[0]?.allowed;
  return {
    ...authority,
    checkWrite(by, interaction, resource, previous) {
      let refusal: unknown;
      try {
        authority.checkWrite(by, interaction, resource, previous);
      } catch (error) {
        refusal = error;
      }
      const allowed = decided(refusal === undefined, by, resource.resourceType, interaction);
      if (allowed === true) return;
      if (allowed === false) throw new Refusal(403, `Rollen får inte skriva ${resource.resourceType}.`);
      if (refusal !== undefined) throw refusal;
    },
    readable(by, type) {
      const scope = authority.readable(by, type);
      const allowed = decided(scope === undefined ? false : scope === '' || 'own', by, type, 'read');
      if (allowed === undefined) return scope;
      return allowed === true ? '' : undefined;
    },
  };
}
