import type { Monitor } from '../../domain/monitor.ts';
import { isLeak } from '../record.ts';

/** Whoever has protected identity is named nowhere, whoever looks and in whatever way. */
export const monitor: Monitor = {
  id: 'shielded',
  kind: 'whose',
  sv: 'Namn och adress för den som har skyddad identitet syns inte i någon vy',
  en: 'Name and address of a person with protected identity are shown in no view',
  source: 'Södra Älvsborgs sjukhus november 2024, skyddade personuppgifter visades (Borås Tidning)',
  needs: 'views',
  judge: ({ named }) => {
    const shielded = named.filter((each) => each.shielded);
    return {
      lookedAt: shielded.length,
      findings: shielded.flatMap(({ surface, faults, kind, instance, reference }) =>
        faults.filter(isLeak).map((fault) => ({
          component: surface === 'chart' || surface === 'extract' ? ('access' as const) : ('page' as const),
          ...{ kind, instance, reference },
          cause: `${surface} shielded`,
          expected: 'Varken namn eller adress går att läsa.',
          observed: `${fault}.`,
        })),
      ),
    };
  },
};
