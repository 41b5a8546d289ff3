import type { ObservationComponent } from '@medplum/fhirtypes';
import type { VitalsTask } from '../../../domain/activities/vitals.ts';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { coded, pointer, quantity } from '../concepts.ts';
import type { TaskTable } from '../handler.ts';
import { componentsOf, PANEL } from '../vital-signs.ts';
import { encounterOf } from '../workstation.ts';

export const vitalsTasks: TaskTable<VitalsTask> = {
  'record-vitals': {
    needs: { interactions: [['create', 'Observation']] },
    perform({ values }, at) {
      return at.make({
        resourceType: 'Observation',
        status: 'final',
        category: [coded(SYSTEMS.observationCategory, 'vital-signs')],
        code: coded(SYSTEMS.loinc, PANEL, 'Vitalparametrar'),
        subject: { reference: at.patient },
        encounter: pointer(encounterOf(at)),
        effectiveDateTime: at.now(),
        performer: [at.me],
        component: componentsOf(values),
      });
    },
  },

  'contribute-blood-pressure': {
    needs: { interactions: [['create', 'Observation']], patientSignsIn: true },
    perform({ systolic, diastolic }, at) {
      return at.make({
        resourceType: 'Observation',
        status: 'final',
        category: [coded(SYSTEMS.observationCategory, 'vital-signs')],
        code: coded(SYSTEMS.loinc, BLOOD_PRESSURE, 'Blodtryck'),
        subject: { reference: at.patient },
        effectiveDateTime: at.now(),
        performer: [{ reference: at.patient }],
        component: [
          pressure('8480-6', 'Systoliskt blodtryck', systolic),
          pressure('8462-4', 'Diastoliskt blodtryck', diastolic),
        ],
      });
    },
  },
};

const BLOOD_PRESSURE = '85354-9';

const pressure = (loinc: string, name: string, value: number): ObservationComponent => ({
  code: coded(SYSTEMS.loinc, loinc, name),
  valueQuantity: quantity(value, 'mm[Hg]'),
});
