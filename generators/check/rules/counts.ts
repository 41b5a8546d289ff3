import { MANIFEST_FILE } from '../../output/manifest.ts';
import type { Rule } from '../rule.ts';

/** There are as many resources of each type as the manifest says. */
export const COUNTS: Rule<Readonly<Record<string, number>>> = {
  name: 'counts',
  title: {
    sv: 'Det finns så många resurser av varje slag som manifestet säger',
    en: 'There are as many resources of each type as the manifest says',
  },
  watch({ manifest }, tell) {
    const counts = new Map<string, number>();
    const add = (type: string, count: number): void => {
      counts.set(type, (counts.get(type) ?? 0) + count);
    };
    return {
      see: ({ type }) => add(type, 1),
      give() {
        const given = Object.fromEntries(counts);
        counts.clear();
        return given;
      },
      take(given) {
        for (const [type, count] of Object.entries(given)) add(type, count);
      },
      end() {
        for (const type of new Set([...counts.keys(), ...Object.keys(manifest.counts)])) {
          const found = counts.get(type) ?? 0;
          const told = manifest.counts[type] ?? 0;
          if (found === told) continue;
          tell(
            { file: MANIFEST_FILE, line: 1 },
            {
              sv: `det finns ${found} ${type}, manifestet säger ${told}`,
              en: `there are ${found} ${type}, the manifest says ${told}`,
            },
          );
        }
      },
    };
  },
};
