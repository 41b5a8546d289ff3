import { MANIFEST_FILE } from '../../output/manifest.ts';
import type { Rule } from '../rule.ts';

/** There are as many resources of each type as the manifest says. */
export const COUNTS: Rule = {
  name: 'counts',
  title: {
    sv: 'Det finns så många resurser av varje slag som manifestet säger',
    en: 'There are as many resources of each type as the manifest says',
  },
  watch({ manifest }, tell) {
    const counts = new Map<string, number>();
    return {
      see({ type }) {
        counts.set(type, (counts.get(type) ?? 0) + 1);
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
