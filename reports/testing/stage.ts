import type { ActivityKind } from '../../domain/activity.ts';
import type { SafetyClass } from '../../domain/care-flow.ts';
import type { Gate, Requirement, Stage, StageGate } from '../../domain/stage.ts';

const requirement = (
  id: string,
  safetyClass: SafetyClass,
  sv: string,
  en: string,
  ...shownBy: ActivityKind[]
): Requirement => ({ id, safetyClass, sv, en, shownBy, source: 'assumption' });

const gate = (id: string, sv: string, en: string, what: Gate): StageGate => ({
  id,
  sv,
  en,
  source: 'assumption',
  gate: what,
});

/** A stage for tests of reports. */
export const STAGE: Stage = {
  name: 'etapp-1',
  title: 'Etapp 1: Södra Älvsborg',
  organisations: ['Södra Älvsborgs sjukhus', 'Närhälsan', 'Borås kommun', 'Marks kommun'],
  requirements: [
    requirement(
      'KRAV-LAB-01',
      1,
      'En signerad provordination finns på laboratoriets arbetslista inom 5 s',
      'A signed test order is on the laboratory worklist within 5 s',
      'order-on-laboratory-worklist',
    ),
    requirement(
      'KRAV-LAB-02',
      1,
      'Varje provordination får exakt ett svar, som beställaren ser inom 5 s',
      'Every test order has exactly one answer, which the orderer sees within 5 s',
      'answer-on-orderers-list',
      'exactly-one-answer',
    ),
    requirement(
      'KRAV-LAB-03',
      1,
      'Ett svar läses ord för ord som laboratoriet skrev det',
      'An answer reads word for word as the laboratory wrote it',
      'answer-reads-unchanged',
    ),
    requirement(
      'KRAV-LAB-04',
      1,
      'Vem som tog emot ett kritiskt svar, och när, går att se i efterhand',
      'Who took a critical answer, and when, is on record',
      'acknowledgement-on-record',
    ),
    requirement(
      'KRAV-VIT-01',
      1,
      'NEWS2 på 7 eller mer varnar genast',
      'NEWS2 of 7 or more warns at once',
      'early-warning-raised',
    ),
    requirement(
      'KRAV-VIT-02',
      1,
      'En mätning står på rätt patient',
      'A measurement stands in the right chart',
      'vitals-in-chart',
    ),
    requirement(
      'KRAV-LKM-01',
      1,
      'Ordination mot känd allergi stoppas med skäl',
      'A prescription against a known allergy is stopped with the reason',
      'prescription-stopped',
    ),
    requirement(
      'KRAV-LKM-02',
      1,
      'Läkemedelslistan är densamma i alla vyer',
      'The medication list is the same in every view',
      'medication-lists-agree',
    ),
    requirement(
      'KRAV-LKM-03',
      2,
      'Första antibiotikadosen ges inom 1 h',
      'The first dose of antibiotic is given within 1 h',
      'dose-given',
    ),
    requirement(
      'KRAV-LKM-04',
      1,
      'Given dos är ordinerad dos',
      'The dose given is the dose ordered',
      'given-dose-is-ordered-dose',
    ),
    requirement(
      'KRAV-INS-01',
      2,
      'Avdelningen ser den inskrivnas vårdplats',
      'The ward sees the bed of the admitted',
      'bed-on-ward-list',
    ),
    requirement(
      'KRAV-SAM-01',
      2,
      'Kommunen får meddelandet och avsändaren ser kvittensen',
      'The municipality has the message and the sender sees the receipt',
      'message-in-inbox',
      'message-received',
    ),
    requirement(
      'KRAV-PAT-01',
      3,
      'Patienten läser anteckningar direkt',
      'Patients read notes at once',
      'patient-reads-note',
    ),
    requirement(
      'KRAV-SKY-01',
      1,
      'Skyddad identitet syns aldrig',
      'A protected identity is never shown',
      'identity-shielded',
    ),
  ],
  gates: [
    gate('GRIND-1', 'Inget krav som rör liv brister', 'No requirement that may cost a life fails', {
      kind: 'requirements-pass',
      classes: [1],
    }),
    gate(
      'GRIND-2',
      'Inget krav som rör skada eller arbete brister',
      'No requirement that may harm or hinder fails',
      { kind: 'requirements-pass', classes: [2, 3] },
    ),
    gate('GRIND-3', 'Flödena går att genomföra', 'The flows can be carried out', {
      kind: 'flows-passed',
      atLeast: 0.98,
    }),
    gate('GRIND-4', 'Tillräckligt mycket är prövat', 'Enough was looked at', {
      kind: 'steps-covered',
      atLeast: 0.95,
    }),
    gate('GRIND-5', 'Överlämningar går fort nog', 'Hand-overs are fast enough', {
      kind: 'hand-over-p95',
      atMost: 5_000,
    }),
    gate('GRIND-6', 'Steg går att bedöma', 'Steps can be judged', { kind: 'broken-steps', atMost: 0.02 }),
  ],
  hash: '5f1d7c3b9a0e4f52a1c6d8e7b3f4a59c0d1e2f30415263748596a7b8c9dae0fb',
};
