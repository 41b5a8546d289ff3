import { describe, expect, it } from 'vitest';
import { RuleFindings } from '../findings.ts';
import { keyOf } from '../read/key.ts';
import { contextOf } from '../testing/watch.ts';
import { COUNTS } from './counts.ts';

async function found(told: Readonly<Record<string, number>>, types: readonly string[]): Promise<string[]> {
  const context = await contextOf({});
  const findings = new RuleFindings(COUNTS.name);
  const observer = COUNTS.watch(
    { ...context, manifest: { ...context.manifest, counts: told } },
    findings.tell,
  );
  types.forEach((type, n) => {
    const place = { file: 'x', line: n + 1 };
    const said = { dates: [], references: [], periods: [] };
    observer.see?.({ place, type, id: `${n}`, key: keyOf(`${n}`), said, resource: {}, person: undefined });
  });
  observer.take?.(observer.give?.() ?? {});
  observer.end?.();
  return findings.findings.map(({ words }) => words.sv);
}

describe('counts', () => {
  it('agree with the manifest', async () => {
    expect(await found({ Patient: 1, Encounter: 2 }, ['Patient', 'Encounter', 'Encounter'])).toEqual([]);
  });

  it('are found to differ, also where a type is missing or new', async () => {
    expect(await found({ Patient: 2, Procedure: 1 }, ['Patient', 'Encounter'])).toEqual([
      'det finns 1 Patient, manifestet säger 2',
      'det finns 1 Encounter, manifestet säger 0',
      'det finns 0 Procedure, manifestet säger 1',
    ]);
  });
});
