import { KeyedStream } from '../../domain/random.ts';
import { STAFF_CHOICES } from '../disease/chart.ts';
import { familyName, givenName } from '../people/names.ts';
import type { Unit } from './units.ts';

/** Somebody who meets patients at a unit. */
export interface StaffMember {
  /** 'vc-1490-3-0': the unit's key and a number. */
  readonly key: string;
  readonly unit: Unit;
  readonly givenName: string;
  readonly familyName: string;
  readonly sex: 'female' | 'male';
  readonly title: string;
  readonly hsaId: string;
}

/** Who works where: by kind of unit, as many as may meet a patient. */
const TITLES: Readonly<Partial<Record<Unit['kind'], readonly string[]>>> = {
  'primary-care': ['Läkare', 'Sjuksköterska', 'Distriktssköterska', 'Läkare'],
  emergency: ['Läkare', 'Sjuksköterska', 'Läkare', 'Undersköterska'],
  ward: ['Läkare', 'Sjuksköterska', 'Sjuksköterska', 'Undersköterska'],
  outpatient: ['Läkare', 'Sjuksköterska', 'Läkare', 'Läkare'],
  municipality: ['Sjuksköterska', 'Distriktssköterska', 'Undersköterska', 'Arbetsterapeut'],
  'child-health': ['Distriktssköterska', 'Sjuksköterska', 'Läkare', 'Distriktssköterska'],
  maternity: ['Barnmorska', 'Barnmorska', 'Läkare', 'Barnmorska'],
  delivery: ['Barnmorska', 'Läkare', 'Barnmorska', 'Undersköterska'],
  'school-health': ['Skolsköterska', 'Skolläkare', 'Skolsköterska', 'Skolsköterska'],
  laboratory: ['Biomedicinsk analytiker', 'Biomedicinsk analytiker', 'Läkare', 'Biomedicinsk analytiker'],
};

const BORN_IN = 1978;

export function* staffOf(seed: number, units: readonly Unit[]): Generator<StaffMember> {
  const names = new KeyedStream(seed, 'staff');
  for (const unit of units) {
    const titles = TITLES[unit.kind] ?? [];
    for (let n = 0; n < Math.min(STAFF_CHOICES, titles.length); n++) {
      const draws = names.at(unit.index, n);
      const sex = draws.next() < WOMEN ? 'female' : 'male';
      yield {
        key: `${unit.key}-${n}`,
        unit,
        givenName: givenName(draws, sex, BORN_IN),
        familyName: familyName(draws),
        sex,
        title: titles[n] ?? '',
        hsaId: `${unit.hsaId}${n}`,
      };
    }
  }
}

/** Share of women among care staff. Assumption: about three in four. */
const WOMEN = 0.75;
