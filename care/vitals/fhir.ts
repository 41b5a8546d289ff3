import type { DetectedIssue, ObservationComponent } from '@medplum/fhirtypes';
import type { Of } from '../../domain/activity.ts';
import { SYSTEMS } from '../../domain/codes/systems.ts';
import type { Strength } from '../../domain/deck-evidence.ts';
import type { Ref } from '../../domain/ref.ts';
import { DAY } from '../../domain/time.ts';
import { done } from '../../systems/care-system.ts';
import { Unsure } from '../../systems/driver/outcome.ts';
import { listed, quoted } from '../../systems/driver/words.ts';
import type { Found } from '../../systems/fhir-r4/client.ts';
import { coded, hasCode, pointer, quantity, referenceTo } from '../../systems/fhir-r4/concepts.ts';
import type { FhirArea, QuestionTable, TaskTable } from '../../systems/fhir-r4/handler.ts';
import { localReference } from '../../systems/fhir-r4/url.ts';
import { encounterOf, madeBy, type Workstation } from '../../systems/fhir-r4/workstation.ts';
import type { VitalsQuestion, VitalsTask } from './activities.ts';
import { componentsOf, differences, PANEL } from './panel.ts';

const tasks: TaskTable<VitalsTask> = {
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

const questions: QuestionTable<VitalsQuestion> = {
  'vitals-in-chart': {
    needs: { searches: [['Observation', 'subject', 'code', 'date']] },
    expected: () => 'I patientens journal står just de mätvärden som antecknades, och inga andra.',
    async look({ measurement }, at) {
      madeBy(at, measurement);
      const chart = await at.client.search('Observation', {
        subject: at.patient,
        code: `http://loinc.org|${PANEL}`,
        // Only so that less is read: what is the flow's own is told by its marks.
        date: `ge${new Date(at.context.startedAt - DAY).toISOString()}`,
      });
      const recorded = done<Of<VitalsTask, 'record-vitals'>>(at.context, 'record-vitals');
      const faults: string[] = [];
      let strange = 0;
      let unclear = false;
      for (const panel of chart.seen) {
        const written = recorded.find(({ reference }) => reference === referenceTo(panel));
        if (written !== undefined) faults.push(...differences(written.task.values, panel));
        else if (at.whose(panel, panel.effectiveDateTime) === 'own') strange += 1;
        else if (at.whose(panel, panel.effectiveDateTime) === 'unclear') unclear = true;
      }
      if (strange > 0) faults.push(`${strange} mätning(ar) som ingen i flödet gjort`);
      if (faults.length > 0) return { seen: false, observed: `${faults.join('; ')}.` };
      if (unclear) throw new Unsure(NOBODYS_MARK);
      const there = new Set(chart.all().map(referenceTo));
      const missing = recorded.filter(({ reference = '' }) => !there.has(reference));
      return missing.length === 0
        ? { seen: true, observed: 'Alla mätvärden står rätt.' }
        : { seen: false, observed: `${listed(missing.map(({ name }) => `”${name}”`))} saknas i journalen.` };
    },
  },

  'early-warning-raised': {
    needs: { searches: [['DetectedIssue', 'implicated']], workflows: ['early-warning'] },
    expected: ({ score }) => `Systemet varnar: NEWS2 ${score}.`,
    async look({ measurement, score }, at) {
      const issues = await issuesOf(at, measurement);
      const raised = issues.find((issue) => isWarning(issue) && scoreIn(issue.detail) === score);
      return { seen: raised !== undefined, observed: told(issues.seen.filter(isWarning)) };
    },
  },

  'no-early-warning': {
    needs: {
      interactions: [['read', 'Observation']],
      searches: [['DetectedIssue', 'implicated']],
      workflows: ['early-warning'],
    },
    expected: () => 'Mätningen finns i journalen utan varning.',
    async look({ measurement }, at) {
      await at.client.read('Observation', madeBy(at, measurement));
      const issues = await issuesOf(at, measurement);
      const warning = issues.find(isWarning);
      const warnings = issues.seen.filter(isWarning);
      const advice = warnings.map(({ detail = '', severity }) => ({
        strength: STRENGTHS[severity ?? 'moderate'],
        text: detail,
      }));
      return { seen: warning === undefined, observed: told(warnings), advice };
    },
  },

  'contribution-marked-as-patients-own': {
    needs: { searches: [['Observation', 'subject', 'code']] },
    expected: () => 'Patientens hemmätning syns i journalen, märkt som patientens egen.',
    async look({ measurement }, at) {
      const reference = madeBy(at, measurement);
      const measured = await at.client.search('Observation', {
        subject: at.patient,
        code: 'http://loinc.org|85354-9',
      });
      const own = measured.find((each) => referenceTo(each) === reference);
      if (own === undefined) return { seen: false, observed: 'Hemmätningen syns inte.' };
      const performers = own.performer ?? [];
      const marked = performers.some((each) => localReference(each.reference ?? '') === at.patient);
      return {
        seen: marked,
        observed: marked
          ? 'Hemmätningen syns som patientens egen.'
          : `Hemmätningen syns som gjord av ${performers[0]?.display ?? 'okänd'}.`,
      };
    },
  },
};

const NOBODYS_MARK =
  'I journalen står mätvärden som ingen har märkt, och det går inte att säga om de kom före flödet eller i det: systemets klocka och Genreps går inte lika.';

const issuesOf = (at: Workstation, measurement: Ref): Promise<Found<'DetectedIssue'>> =>
  at.client.search('DetectedIssue', { implicated: madeBy(at, measurement) });

const isWarning = ({ code }: DetectedIssue): boolean => hasCode(code, 'news2');

/** A warning of high severity calls somebody at once. */
const STRENGTHS: Readonly<Record<NonNullable<DetectedIssue['severity']>, Strength>> = {
  high: 'stop',
  moderate: 'warn',
  low: 'info',
};

/** 14 in 'NEWS2 14: kontakta läkare'. */
function scoreIn(detail: string | undefined): number | undefined {
  const found = /NEWS2 (\d+)/.exec(detail ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}

const told = (warnings: readonly DetectedIssue[]): string =>
  warnings.length === 0
    ? 'Ingen varning finns.'
    : `Systemet varnar: ${warnings.map(({ detail }) => quoted(detail ?? 'utan text')).join(', ')}.`;

/** What a system does by itself here. */
const workflows = {
  'early-warning': { sv: 'varnar när vitalparametrar ger höga NEWS2-poäng' },
} as const;

export const fhir: FhirArea = { tasks, questions, workflows };
