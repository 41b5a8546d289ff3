import type { DetectedIssue } from '@medplum/fhirtypes';
import type { VitalsQuestion } from '../../../domain/activities/vitals.ts';
import type { Ref } from '../../../domain/ref.ts';
import { quoted } from '../../driver/words.ts';
import { hasCode, referenceTo } from '../concepts.ts';
import type { QuestionTable } from '../handler.ts';
import { localReference } from '../url.ts';
import { differences, PANEL } from '../vital-signs.ts';
import { all, madeBy, type Workstation } from '../workstation.ts';

export const vitalsQuestions: QuestionTable<VitalsQuestion> = {
  'vitals-in-chart': {
    needs: { searches: [['Observation', 'subject', 'code', 'date']] },
    expected: () => 'I patientens journal står just de mätvärden som antecknades, och inga andra.',
    async look({ measurement }, at) {
      madeBy(at, measurement);
      const { matches } = await at.client.search('Observation', {
        subject: at.patient,
        code: `http://loinc.org|${PANEL}`,
        date: `ge${new Date(at.context.startedAt).toISOString()}`,
      });
      const recorded = all(at.context, 'record-vitals');
      const faults = recorded.flatMap(({ name, reference, task }) => {
        const panel = matches.find((each) => referenceTo(each) === reference);
        return panel === undefined ? [`”${name}” saknas i journalen`] : differences(task.values, panel);
      });
      const strange = matches.filter(
        (panel) => !recorded.some(({ reference }) => reference === referenceTo(panel)),
      ).length;
      if (strange > 0) faults.push(`${strange} mätning(ar) som ingen i flödet gjort`);
      return {
        seen: faults.length === 0,
        observed: faults.length === 0 ? 'Alla mätvärden står rätt.' : `${faults.join('; ')}.`,
      };
    },
  },

  'early-warning-raised': {
    needs: { searches: [['DetectedIssue', 'implicated']], workflows: ['early-warning'] },
    expected: ({ score }) => `Systemet varnar: NEWS2 ${score}.`,
    async look({ measurement, score }, at) {
      const warnings = await warningsFor(at, measurement);
      return {
        seen: warnings.some(({ detail }) => scoreIn(detail) === score),
        observed: told(warnings),
      };
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
      const warnings = await warningsFor(at, measurement);
      return { seen: warnings.length === 0, observed: told(warnings) };
    },
  },

  'contribution-marked-as-patients-own': {
    needs: { searches: [['Observation', 'subject', 'code']] },
    expected: () => 'Patientens hemmätning syns i journalen, märkt som patientens egen.',
    async look({ measurement }, at) {
      const reference = madeBy(at, measurement);
      const { matches } = await at.client.search('Observation', {
        subject: at.patient,
        code: 'http://loinc.org|85354-9',
      });
      const own = matches.find((each) => referenceTo(each) === reference);
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

async function warningsFor(at: Workstation, measurement: Ref): Promise<readonly DetectedIssue[]> {
  const { matches } = await at.client.search('DetectedIssue', { implicated: madeBy(at, measurement) });
  return matches.filter(({ code }) => hasCode(code, 'news2'));
}

/** 14 in 'NEWS2 14: kontakta läkare'. */
function scoreIn(detail: string | undefined): number | undefined {
  const found = /NEWS2 (\d+)/.exec(detail ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}

const told = (warnings: readonly DetectedIssue[]): string =>
  warnings.length === 0
    ? 'Ingen varning finns.'
    : `Systemet varnar: ${warnings.map(({ detail }) => quoted(detail ?? 'utan text')).join(', ')}.`;
