import type { CareUnit } from '../../domain/care-day.ts';
import { nationalReserveNumber, UNREACHED_SERIES } from '../../domain/identifiers.ts';
import type { Patient } from '../../domain/patient.ts';
import type { UnitKind } from '../../domain/role.ts';

/** One unit of each kind, as the reference environment has them; HSA-ids of nobody. */
export const UNITS = {
  emergency: unit('sas-akuten', 'emergency', 'Akutmottagningen SÄS Borås', 'GR01'),
  ward: unit('sas-medicin-3', 'ward', 'Medicinavdelning 3 SÄS', 'GR03'),
  laboratory: unit('sas-lab', 'laboratory', 'Laboratoriet SÄS', 'GR05'),
  pharmacy: unit('sas-farmaci', 'pharmacy', 'Läkemedelsenheten SÄS', 'GR06'),
  surgery: unit('sas-operation', 'surgery', 'Operation SÄS', 'GR08'),
  clinic: unit('sas-ortopedi', 'clinic', 'Ortopedmottagningen SÄS', 'GR07'),
  ambulance: unit('sas-ambulans', 'ambulance', 'Ambulanssjukvården SÄS', 'GR09'),
  imaging: unit('sas-rontgen', 'imaging', 'Röntgen SÄS', 'GR10'),
  'intensive-care': unit('sas-iva', 'intensive-care', 'Intensivvårdsavdelningen SÄS', 'GR13'),
  psychiatry: unit('sas-psykiatri', 'psychiatry', 'Psykiatrisk avdelning SÄS', 'GR14'),
  maternity: unit('sas-forlossning', 'maternity', 'Förlossningen SÄS', 'GR18'),
  'antenatal-care': unit('boras-modravard', 'antenatal-care', 'Barnmorskemottagningen Borås', 'GR19'),
  'community-pharmacy': unit('apoteket-eken', 'community-pharmacy', 'Apoteket Eken, Borås', 'GR20'),
  'school-health': unit('boras-elevhalsa', 'school-health', 'Elevhälsans medicinska insats, Borås', 'GR15'),
  'infection-control': unit('vgr-smittskydd', 'infection-control', 'Smittskydd Västra Götaland', 'GR16'),
  'social-insurance': unit('forsakringskassan', 'social-insurance', 'Försäkringskassan', 'GR17'),
  'primary-care': unit('vc-ekbacken', 'primary-care', 'Vårdcentralen Ekbacken', 'GR11'),
  'home-care': unit('vc-ekbacken-hem', 'home-care', 'Hemsjukvården, Vårdcentralen Ekbacken', 'GR32'),
  municipality: unit('boras-kommun', 'municipality', 'Borås kommun, vård och omsorg', 'GR21'),
  'social-services': unit('boras-socialtjanst', 'social-services', 'Borås kommun, socialtjänsten', 'GR23'),
  'municipality-of-stay': unit(
    'ulricehamns-kommun',
    'municipality-of-stay',
    'Ulricehamns kommun, vård och omsorg',
    'GR25',
  ),
  'private-primary-care': unit(
    'vc-bjorkliden',
    'private-primary-care',
    'Vårdcentralen Björkliden, privat',
    'GR26',
  ),
  school: unit('boras-skola', 'school', 'Almåsskolan', 'GR27'),
  'new-school': unit('mark-elevhalsa', 'new-school', 'Elevhälsans medicinska insats, Mark', 'GR28'),
  'vaccination-register': unit(
    'vaccinationsregistret',
    'vaccination-register',
    'Nationella vaccinationsregistret',
    'GR29',
  ),
} as const satisfies Record<UnitKind, CareUnit>;

function unit(key: string, kind: UnitKind, name: string, suffix: string): CareUnit {
  return { key, kind, name, hsaId: `SE0000000000-${suffix}`, municipalityCode: '1490' };
}

const BIRTH_DATE = '1954-05-12';

/**
 * A person that nobody is.
 * @param serial tells people apart, 0 to 2204
 */
export function person(serial: number, protectedIdentity = false): Patient {
  return {
    key: `p-${String(serial).padStart(6, '0')}`,
    identifier: nationalReserveNumber(BIRTH_DATE, 'female', UNREACHED_SERIES.last, serial),
    givenName: 'Åsa',
    familyName: 'Öfverbeck',
    sex: 'female',
    birthDate: BIRTH_DATE,
    address: { line: 'Prövostigen 7', postalCode: '501 13', city: 'Borås' },
    municipalityCode: '1490',
    protectedIdentity,
  };
}
