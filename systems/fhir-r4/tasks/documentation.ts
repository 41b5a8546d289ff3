import type { CodeableConcept } from '@medplum/fhirtypes';
import type { DocumentationTask } from '../../../domain/activities/documentation.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { sbarText } from '../../driver/sbar.ts';
import { coded, concept } from '../concepts.ts';
import { documentOf } from '../document.ts';
import type { Made, TaskTable } from '../handler.ts';
import type { Workstation } from '../workstation.ts';

export const documentationTasks: TaskTable<DocumentationTask> = {
  'write-note': {
    needs: { interactions: [['create', 'DocumentReference']] },
    perform: ({ text }, at) => write(coded(SYSTEMS.loinc, '34109-9', 'Anteckning'), text, at),
  },

  'hand-over-shift': {
    needs: { interactions: [['create', 'DocumentReference']] },
    perform: ({ sbar }, at) => write(concept('sbar', 'Överrapportering (SBAR)'), sbarText(sbar), at),
  },
};

const write = (type: CodeableConcept, text: string, at: Workstation): Promise<Made> =>
  at.make(documentOf(type, text, at));
