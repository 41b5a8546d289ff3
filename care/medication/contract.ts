import { ref } from '../../domain/ref.ts';
import {
  type Case,
  does,
  doesElsewhere,
  isRefused,
  STAFF,
  sees,
  seesNot,
} from '../../systems/contract/script.ts';
import { admit } from '../admission/index.ts';
import {
  attemptDailyDosing,
  attemptToPrescribe,
  changeDose,
  dailyDosingStopped,
  doseGiven,
  doseOnNursesList,
  giveDose,
  givenDoseIsOrderedDose,
  medicationListsAgree,
  prescribe,
  prescriptionStopped,
  prescriptionWithoutWarning,
  recordAllergy,
  reviewPrescription,
  scheduleOnEveryList,
  stopDrug,
  stoppedOnEveryList,
} from './activities.ts';
import { allergenCalled, drugCalled } from './words.ts';

const { wardSecretary, wardNurse, wardPhysician, pharmacist } = STAFF;

const drug = ref('ordinationen');
const dose = ref('dosen');
const admission = does(wardSecretary, admit('inskrivningen'));

const VIEWS = ['physician', 'nurse', 'pharmacist', 'patient'] as const;

export const contract: readonly Case[] = [
  {
    title: 'what is given once a week stays so in every view, and every day is stopped',
    lines: [
      admission,
      does(wardPhysician, prescribe(drugCalled('Metotrexat'), 'ordinationen')),
      sees(wardNurse, scheduleOnEveryList(drug, VIEWS)),
      does(wardPhysician, prescribe(drugCalled('Ketobemidon'), 'vid behov')),
      sees(wardNurse, scheduleOnEveryList(ref('vid behov'), VIEWS)),
      isRefused(wardPhysician, attemptDailyDosing(drugCalled('Metotrexat'), 'varje dag')),
      sees(wardPhysician, dailyDosingStopped(ref('varje dag'))),
      seesNot(wardPhysician, dailyDosingStopped(drug)),
      seesNot(wardNurse, stoppedOnEveryList(ref('vid behov'), drug, VIEWS)),
      does(wardPhysician, stopDrug(ref('vid behov'))),
      sees(wardNurse, stoppedOnEveryList(ref('vid behov'), drug, VIEWS)),
      seesNot(wardNurse, scheduleOnEveryList(ref('vid behov'), VIEWS)),
    ],
  },
  {
    title: 'what the patient is allergic to is stopped, and nothing else',
    lines: [
      admission,
      does(wardNurse, recordAllergy(allergenCalled('penicillin'), 'överkänsligheten')),
      isRefused(wardPhysician, attemptToPrescribe(drugCalled('Bensylpenicillin'), 'försöket')),
      sees(wardPhysician, prescriptionStopped(ref('försöket'), allergenCalled('penicillin'))),
      seesNot(wardPhysician, prescriptionStopped(ref('försöket'), allergenCalled('paracetamol'))),
      seesNot(wardPhysician, prescriptionWithoutWarning(ref('försöket'))),
      does(wardPhysician, attemptToPrescribe(drugCalled('Klindamycin'), 'alternativet')),
      seesNot(wardPhysician, prescriptionStopped(ref('alternativet'), allergenCalled('penicillin'))),
      sees(wardPhysician, prescriptionWithoutWarning(ref('alternativet'))),
    ],
  },
  {
    title: 'every view shows the same drugs, and an empty one is no agreement',
    lines: [
      admission,
      seesNot(wardNurse, medicationListsAgree(['physician', 'nurse', 'pharmacist', 'patient'])),
      does(wardPhysician, prescribe(drugCalled('Furosemid'), 'ordinationen')),
      does(wardPhysician, prescribe(drugCalled('Paracetamol'), 'ordination två')),
      does(pharmacist, reviewPrescription(drug)),
      sees(wardNurse, medicationListsAgree(['physician', 'nurse', 'pharmacist', 'patient'])),
    ],
  },
  {
    title: 'a changed dose is on the nurse’s list and is what is given',
    lines: [
      admission,
      does(wardPhysician, prescribe(drugCalled('Furosemid'), 'ordinationen')),
      seesNot(wardNurse, doseOnNursesList(drug, 80, 'mg')),
      does(wardPhysician, changeDose(drug, 80, 'mg')),
      sees(wardNurse, doseOnNursesList(drug, 80, 'mg')),
      does(wardNurse, giveDose(drug, 'dosen')),
      sees(wardNurse, doseGiven(dose)),
      sees(wardPhysician, givenDoseIsOrderedDose(dose, drug)),
      does(wardPhysician, changeDose(drug, 20, 'mg')),
      seesNot(wardPhysician, givenDoseIsOrderedDose(dose, drug)),
    ],
  },
  {
    title: 'a drug that is not on the nurse’s list cannot be given',
    lines: [
      admission,
      doesElsewhere(wardPhysician, prescribe(drugCalled('Furosemid'), 'ordinationen')),
      isRefused(wardNurse, giveDose(drug, 'dosen')),
      seesNot(wardNurse, doseGiven(dose)),
    ],
  },
];
