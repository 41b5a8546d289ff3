import { news2, type VitalSigns } from '../../domain/news2.ts';
import { ref } from '../../domain/ref.ts';
import {
  type Case,
  does,
  doesElsewhere,
  misremembers,
  STAFF,
  sees,
  seesNot,
} from '../../systems/contract/script.ts';
import { registerArrival } from '../admission/index.ts';
import {
  contributeBloodPressure,
  contributionMarkedAsPatientsOwn,
  earlyWarningRaised,
  noEarlyWarning,
  recordVitals,
  vitalsInChart,
} from './activities.ts';

const { secretary, nurse, districtNurse, patient } = STAFF;

const WELL: VitalSigns = {
  respiratoryRate: 16,
  oxygenSaturation: 98,
  supplementalOxygen: false,
  systolicPressure: 130,
  heartRate: 72,
  consciousness: 'A',
  temperature: 37.1,
};
const SEPTIC: VitalSigns = {
  respiratoryRate: 26,
  oxygenSaturation: 90,
  supplementalOxygen: true,
  systolicPressure: 88,
  heartRate: 124,
  consciousness: 'C',
  temperature: 39.4,
};
const HIGH = news2(SEPTIC).score;

const arrival = does(secretary, registerArrival('Feber', 'besöket'));

export const contract: readonly Case[] = [
  {
    title: 'vital signs read as they were recorded, and otherwise not',
    lines: [
      arrival,
      does(nurse, recordVitals(SEPTIC, 'första')),
      sees(nurse, vitalsInChart(ref('första'))),
      does(nurse, recordVitals(WELL, 'andra')),
      sees(nurse, vitalsInChart(ref('andra'))),
      misremembers(recordVitals({ ...WELL, temperature: 37.2 }, 'andra')),
      seesNot(nurse, vitalsInChart(ref('andra'))),
    ],
  },
  {
    title: 'vital signs in the chart of another are missed',
    lines: [
      arrival,
      doesElsewhere(nurse, recordVitals(WELL, 'mätningen')),
      seesNot(nurse, vitalsInChart(ref('mätningen'))),
    ],
  },
  {
    title: 'a high score is warned of, at that score',
    lines: [
      arrival,
      does(nurse, recordVitals(SEPTIC, 'mätningen')),
      sees(nurse, earlyWarningRaised(ref('mätningen'), HIGH)),
      seesNot(nurse, earlyWarningRaised(ref('mätningen'), HIGH - 1)),
      seesNot(nurse, noEarlyWarning(ref('mätningen'))),
    ],
  },
  {
    title: 'a low score is not warned of',
    lines: [
      arrival,
      does(nurse, recordVitals(WELL, 'mätningen')),
      sees(nurse, noEarlyWarning(ref('mätningen'))),
      seesNot(nurse, earlyWarningRaised(ref('mätningen'), HIGH)),
    ],
  },
  {
    title: 'what the patient measures at home is the patient’s own',
    lines: [
      does(patient, contributeBloodPressure(152, 94, 'hemmätningen')),
      sees(districtNurse, contributionMarkedAsPatientsOwn(ref('hemmätningen'))),
      doesElsewhere(patient, contributeBloodPressure(131, 82, 'någon annans')),
      seesNot(districtNurse, contributionMarkedAsPatientsOwn(ref('någon annans'))),
    ],
  },
];
