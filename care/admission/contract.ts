import { type Case, does, STAFF, sees, seesNot } from '../../systems/contract/script.ts';
import {
  admit,
  bedOnWardList,
  callIn,
  declareReadyForDischarge,
  discharge,
  identityShielded,
  patientOnUnitList,
  printDocument,
  registerArrival,
  SURFACES,
  type Surface,
  triage,
} from './activities.ts';

const { secretary, nurse, physician, wardSecretary, wardNurse, wardPhysician } = STAFF;

const surfaces = Object.keys(SURFACES) as readonly Surface[];
const printing = [does(secretary, printDocument('letter')), does(secretary, printDocument('label'))];

export const contract: readonly Case[] = [
  {
    title: 'a patient is on the list of the unit from arrival until admitted elsewhere',
    lines: [
      seesNot(nurse, patientOnUnitList()),
      does(secretary, registerArrival('Bröstsmärta', 'besöket')),
      sees(nurse, patientOnUnitList()),
      does(nurse, triage('orange')),
      sees(nurse, patientOnUnitList()),
      does(nurse, callIn()),
      sees(physician, patientOnUnitList()),
      does(physician, admit('inskrivningen')),
      seesNot(nurse, patientOnUnitList()),
      sees(wardNurse, patientOnUnitList()),
      does(wardPhysician, declareReadyForDischarge('bedömningen')),
      does(wardPhysician, discharge('utskrivningen')),
      seesNot(wardNurse, patientOnUnitList()),
    ],
  },
  {
    title: 'a patient has a bed once admitted',
    lines: [
      seesNot(wardNurse, bedOnWardList()),
      does(wardSecretary, admit('inskrivningen')),
      sees(wardNurse, bedOnWardList()),
    ],
  },
  {
    title: 'a protected identity is shielded everywhere',
    protectedIdentity: true,
    lines: [
      does(secretary, registerArrival('Yrsel', 'besöket')),
      seesNot(nurse, identityShielded('letter')),
      ...printing,
      ...surfaces.map((surface) => sees(nurse, identityShielded(surface))),
    ],
  },
  {
    title: 'an identity that is not protected is shown everywhere',
    lines: [
      does(secretary, registerArrival('Yrsel', 'besöket')),
      ...printing,
      ...surfaces
        .filter((surface) => surface !== 'label')
        .map((surface) => seesNot(nurse, identityShielded(surface))),
    ],
  },
];
