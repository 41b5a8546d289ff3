import type { Ref } from '../../domain/ref.ts';
import { listed } from '../../systems/driver/words.ts';

/** Whether all that was done since the last shift can be seen, by somebody who looks for one thing after the other. */
export async function missingSince(
  since: readonly Ref[],
  inChart: (name: Ref) => Promise<boolean>,
): Promise<{ readonly seen: boolean; readonly observed: string }> {
  const missing: string[] = [];
  for (const name of since) {
    if (!(await inChart(name))) missing.push(`”${name.ref}”`);
  }
  return missing.length === 0
    ? { seen: true, observed: 'Allt sedan förra passet går att se.' }
    : { seen: false, observed: `${listed(missing)} saknas i journalen.` };
}
