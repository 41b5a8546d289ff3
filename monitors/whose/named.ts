import type { Component, Named } from '../../domain/fact.ts';
import type { Monitor } from '../../domain/monitor.ts';
import { isLeak } from '../record.ts';

const COMPONENT: Readonly<Record<Named['surface'], Component>> = {
  banner: 'page',
  list: 'page',
  label: 'page',
  letter: 'page',
  chart: 'api',
  extract: 'api',
};

const SURFACES: Readonly<Record<Named['surface'], string>> = {
  banner: 'patientens sidhuvud',
  list: 'listan',
  label: 'etiketten',
  letter: 'brevet',
  chart: 'journalen',
  extract: 'journalutdraget',
};

/** Banners, labels, letters and charts name the patient they are about, and nobody else. */
export const monitor: Monitor = {
  id: 'named',
  kind: 'whose',
  sv: 'Namn, nummer och födelsedatum är patientens egna på sidor, etiketter, brev och i journalen',
  en: 'Name, number and date of birth are the patient’s own on pages, labels, letters and in the chart',
  source: 'SOSFS 2011:9 och god vårdsed: identitetskontroll; att varje yta prövas är ett antagande',
  needs: 'writes',
  judge: ({ named }) => {
    return {
      lookedAt: named.length,
      findings: named.flatMap(({ surface, faults, kind, instance, reference }) =>
        faults
          .filter((fault) => !isLeak(fault))
          .map((fault) => ({
            component: COMPONENT[surface],
            ...{ kind, instance, reference },
            cause: `${surface} ${fault}`,
            expected: `I ${SURFACES[surface]} står patientens egna uppgifter.`,
            observed: `I ${SURFACES[surface]}: ${fault}.`,
          })),
      ),
    };
  },
};
