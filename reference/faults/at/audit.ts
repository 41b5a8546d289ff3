import type { Access } from '../../store/audit-log.ts';
import type { SignedIn } from '../../workflow.ts';
import type { Faults } from '../fault.ts';
import { factsOf } from './who.ts';

export interface AstrayOptions {
  readonly faults: Faults;
  readonly unitKindOf: (person: SignedIn) => string | undefined;
}

/** Keeps an access, or what is left of it. */
export function astrayAccess(
  access: Access,
  { faults, unitKindOf }: AstrayOptions,
  keep: (access: Access) => void,
): void {
  if (!faults.isPlanted('audit')) {
    keep(access);
    return;
  }
  const { interaction, allowed, what } = access;
  const facts = { ...factsOf(access.by, unitKindOf), interaction, allowed, resourceType: what.split('/')[0] };
  const passed = faults.pass('audit', access, facts);
  if (passed?.afterSeconds === undefined) for (const one of passed?.things ?? [access]) keep(one);
  else faults.later(passed.afterSeconds, () => passed.things.forEach(keep));
}
