import { type Drug, scheduleOf, scheduleText } from '../../domain/codes/drugs.ts';
import type { Ref } from '../../domain/ref.ts';
import { type StepContext, taskBehind } from '../../systems/care-system.ts';
import type { EprescriptionTask } from './activities.ts';

type Dispensing = Extract<EprescriptionTask, { kind: 'dispense' }>;
type Issuing = Extract<EprescriptionTask, { kind: 'issue-eprescription' }>;

/** '40 mg peroralt en gång per dygn', as a label has it. */
export const doseText = (drug: Drug): string =>
  `${drug.dose} ${drug.unit} ${drug.route} ${scheduleText(scheduleOf(drug))}`;

/** The task that issued what a name stands for. */
export const issuingOf = (context: StepContext, { ref }: Ref): Issuing =>
  taskBehind<Issuing>(context, ref, 'issue-eprescription');

/** The drug of the prescription that was dispensed from. */
export const drugDispensed = (context: StepContext, { ref }: Ref): string =>
  issuingOf(context, taskBehind<Dispensing>(context, ref, 'dispense').eprescription).drug.substance;

/** 'furosemid, 40 mg peroralt en gång per dygn, för hjärtsvikt', as a list tells it. */
export const told = ({ drug, reason }: Issuing): string => lineOf(drug.substance, doseText(drug), reason);

export const lineOf = (drug = 'inget läkemedel', dose = 'ingen dos', reason = 'ingen orsak'): string =>
  `${drug}, ${dose}, för ${reason}`;
