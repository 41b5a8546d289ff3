import type { Region, RegionMunicipality } from '../demography/region.ts';
import type { Setting, Specialty } from '../disease/module.ts';
import { SETTINGS, SPECIALTIES } from '../disease/module.ts';

/** An organisation or a unit of one, in the invented organisation of a region. */
export interface Unit {
  /** Position among all units. */
  readonly index: number;
  /** 'vc-1490-3': also its FHIR id. */
  readonly key: string;
  readonly name: string;
  /** With the organisation number 000000-0000, which can belong to nobody. */
  readonly hsaId: string;
  readonly kind: Setting | 'region' | 'hospital' | 'laboratory';
  readonly specialty: Specialty | undefined;
  readonly municipalityCode: string;
  readonly partOf: Unit | undefined;
}

export interface Organisation {
  readonly units: readonly Unit[];
  /** Units of a kind where the people of a municipality go. */
  serving(municipalityCode: string, kind: Unit['kind'], specialty?: Specialty): readonly Unit[];
}

/** The emergency hospitals by key. */
export type Hospitals = Readonly<Record<string, { readonly name: string; readonly short: string }>>;

/** Inhabitants to one unit. Assumption: of the size that the region's units have. */
const INHABITANTS_PER: Readonly<Partial<Record<Setting, number>>> = {
  'primary-care': 9_000,
  'child-health': 18_000,
  maternity: 30_000,
  'school-health': 4_000,
  municipality: 15_000,
};
const LOCAL = Object.keys(INHABITANTS_PER) as Setting[];
const PREFIX: Readonly<Record<Setting, string>> = {
  'primary-care': 'vc',
  'child-health': 'bvc',
  maternity: 'mvc',
  'school-health': 'skola',
  municipality: 'hsv',
  emergency: 'akut',
  ward: 'avd',
  outpatient: 'mott',
  delivery: 'forl',
};
/** Words that invented names are made of. */
const NAMES =
  'Ekbacken Sjöglimt Björkhagen Lindgården Solsidan Kvarnholmen Åkerängen Almlunden Rönnberget Hasselbo Aspdungen Klövervallen Tallhöjden Granliden Fyrklövern Ängsbacken'.split(
    ' ',
  );

/** The organisation of a region: a pure function of its file, so that every population of it has the same units. */
export function organisationOf(region: Region, hospitals: Hospitals): Organisation {
  const units: Unit[] = [];
  const add = (unit: Omit<Unit, 'index' | 'hsaId'>): Unit => {
    const index = units.length;
    const hsaId = `SE0000000000-P${index.toString(36).toUpperCase().padStart(4, '0')}`;
    const made = { ...unit, index, hsaId };
    units.push(made);
    return made;
  };
  const top = add({
    key: `region-${region.name}`,
    name: `Regionen ${region.name}`,
    kind: 'region',
    specialty: undefined,
    municipalityCode: '',
    partOf: undefined,
  });
  const used = new Set(region.municipalities.map(({ hospital }) => hospital));
  for (const [key, { name, short }] of Object.entries(hospitals)) {
    if (used.has(key)) addHospital(key, name, short);
  }
  for (const municipality of region.municipalities) addLocalUnits(municipality);

  const serving = new Map<string, Unit[]>();
  const hospitalOf = new Map(region.municipalities.map(({ code, hospital }) => [code, hospital]));
  for (const unit of units) {
    const place =
      unit.municipalityCode === '' ? unit.key.slice(unit.key.indexOf('-') + 1) : unit.municipalityCode;
    const key = unit.municipalityCode === '' ? unit.key : `${unit.kind}/${place}`;
    serving.set(key, [...(serving.get(key) ?? []), unit]);
  }
  return {
    units,
    serving(municipalityCode, kind, specialty) {
      const local = serving.get(`${kind}/${municipalityCode}`);
      if (local !== undefined) return local;
      const hospital = hospitalOf.get(municipalityCode) ?? '';
      return serving.get(hospitalKey(kind, hospital, specialty)) ?? [];
    },
  };

  function addHospital(key: string, name: string, short: string): void {
    const shared = { municipalityCode: '', specialty: undefined };
    const hospital = add({
      ...shared,
      key: hospitalKey('hospital', key),
      name,
      kind: 'hospital',
      partOf: top,
    });
    const part = (kind: Unit['kind'], title: string, specialty?: Specialty): void => {
      add({
        ...shared,
        key: hospitalKey(kind, key, specialty),
        name: `${title} ${short}`,
        kind,
        specialty,
        partOf: hospital,
      });
    };
    part('emergency', 'Akutmottagningen');
    part('delivery', 'Förlossningen');
    part('laboratory', 'Laboratoriet');
    for (const specialty of SPECIALTIES) {
      part('outpatient', `Mottagning ${specialty}`, specialty);
      part('ward', `Avdelning ${specialty}`, specialty);
    }
  }

  function addLocalUnits({ code, name, thousands }: RegionMunicipality): void {
    for (const kind of LOCAL) {
      const count = Math.max(
        1,
        Math.round((thousands * 1000) / (INHABITANTS_PER[kind] ?? Number.POSITIVE_INFINITY)),
      );
      for (let n = 0; n < count; n++) {
        const title = SETTINGS[kind].charAt(0).toUpperCase() + SETTINGS[kind].slice(1);
        add({
          key: `${PREFIX[kind]}-${code}-${n + 1}`,
          name: `${title} ${NAMES[n % NAMES.length]}${n < NAMES.length ? '' : ` ${1 + Math.floor(n / NAMES.length)}`}, ${name}`,
          kind,
          specialty: undefined,
          municipalityCode: code,
          partOf: kind === 'municipality' || kind === 'school-health' ? undefined : top,
        });
      }
    }
  }
}

function hospitalKey(kind: Unit['kind'], hospital: string, specialty?: Specialty): string {
  const prefix = kind === 'hospital' ? 'sjukhus' : kind === 'laboratory' ? 'lab' : PREFIX[kind as Setting];
  return specialty === undefined ? `${prefix}-${hospital}` : `${prefix}-${slug(specialty)}-${hospital}`;
}

const slug = (text: string): string => text.normalize('NFD').replace(/[^\w-]/g, '');
