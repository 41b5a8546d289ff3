import type { Of } from '../../domain/activity.ts';
import { VITAL_SIGNS, type VitalSigns } from '../../domain/news2.ts';
import type { Ref } from '../../domain/ref.ts';
import { done, taskBehind } from '../../systems/care-system.ts';
import { listed, quoted } from '../../systems/driver/words.ts';
import { type Desk, numberOf } from '../../systems/reference-ui/desk.ts';
import type { PagesArea, Place, QuestionTable, TaskTable } from '../../systems/reference-ui/handler.ts';
import type { Panel, Row } from '../../systems/reference-ui/screen/panel.ts';
import { decimal, isShown } from '../../systems/reference-ui/words.ts';
import type { VitalsQuestion, VitalsTask } from './activities.ts';

type RecordVitals = Of<VitalsTask, 'record-vitals'>;
type ContributeBloodPressure = Of<VitalsTask, 'contribute-blood-pressure'>;

const LIST = 'Mätvärden';

const tasks: TaskTable<VitalsTask> = {
  async 'record-vitals'({ values }, at) {
    const { screen } = at;
    at.firstSights.note(LIST, await (await measurements(at)).rows(LIST));
    const form = await screen.form('För in mätvärden');
    for (const sign of Object.keys(VITAL_SIGNS) as (keyof VitalSigns)[]) {
      const value = values[sign];
      const label = VITAL_SIGNS[sign].sv;
      if (typeof value === 'number') await form.write(label, decimal(value));
      else if (typeof value === 'boolean') await form.choose(label, value ? 'Ja' : 'Nej');
      else await form.choose(label, LEVELS[value]);
    }
    return { reference: await form.send('Spara') };
  },

  async 'contribute-blood-pressure'({ systolic, diastolic }, { screen }) {
    await screen.myTab('Egna mätvärden');
    const form = await screen.form('Lämna blodtryck');
    await form.write('Övertryck (mmHg)', String(systolic));
    await form.write('Undertryck (mmHg)', String(diastolic));
    return { reference: await form.send('Skicka till vården') };
  },
};

const questions: QuestionTable<VitalsQuestion> = {
  'vitals-in-chart': {
    expected: () => 'I patientens journal står just de mätvärden som antecknades, och inga andra.',
    async look({ measurement }, at) {
      numberOf(at, measurement);
      const panel = await measurements(at);
      const all = await panel.rows(LIST);
      const panels = (at.firstSights.newIn(LIST, all) ?? all).filter((row) =>
        isShown(row[VITAL_SIGNS.respiratoryRate.sv]),
      );
      const recorded = done<RecordVitals>(at.context, 'record-vitals').map(({ name, reference, task }) => ({
        name,
        number: reference,
        values: task.values,
      }));
      const faults = recorded.flatMap(({ number, values }) => {
        const row = panels.find(({ Nummer }) => Nummer === number);
        return row === undefined ? [] : differences(values, row);
      });
      const strange = panels.filter(({ Nummer }) => !recorded.some(({ number }) => number === Nummer)).length;
      if (strange > 0) faults.push(`${strange} mätning(ar) som ingen i flödet gjort`);
      if (faults.length === 0) await panel.assertWhole();
      for (const { name, number } of recorded) {
        if (!panels.some(({ Nummer }) => Nummer === number)) faults.push(`”${name}” saknas i journalen`);
      }
      return {
        seen: faults.length === 0,
        observed: faults.length === 0 ? 'Alla mätvärden står rätt.' : `${faults.join('; ')}.`,
      };
    },
  },

  'early-warning-raised': {
    expected: ({ score }) => `Systemet varnar: NEWS2 ${score}.`,
    async look({ measurement, score }, at) {
      const { warnings, banner } = await warningsFor(at, measurement);
      const seen = warnings.some((text) => Number(/NEWS2 (\d+)/.exec(text)?.[1]) === score);
      if (!seen) await banner.assertWhole();
      return { seen, observed: told(warnings) };
    },
  },

  'no-early-warning': {
    expected: () => 'Mätningen finns i journalen utan varning.',
    async look({ measurement }, at) {
      const number = numberOf(at, measurement);
      const row = await (await measurements(at)).find(LIST, ({ Nummer }) => Nummer === number);
      if (row === undefined) return { seen: false, observed: 'Mätningen finns inte i journalen.' };
      const { warnings, banner } = await warningsFor(at, measurement);
      if (warnings.length === 0) await banner.assertWhole();
      // The banner shows by colour how strong a warning is, which no text of it says.
      const advice = warnings.map((text) => ({ text }));
      return { seen: warnings.length === 0, observed: told(warnings), advice };
    },
  },

  'contribution-marked-as-patients-own': {
    expected: () => 'Patientens hemmätning syns i journalen, märkt som patientens egen.',
    async look({ measurement }, at) {
      const number = numberOf(at, measurement);
      const { systolic, diastolic } = taskBehind<ContributeBloodPressure>(
        at.context,
        measurement.ref,
        'contribute-blood-pressure',
      );
      const row = await (await measurements(at)).find(LIST, ({ Nummer }) => Nummer === number);
      if (row === undefined) return { seen: false, observed: 'Hemmätningen syns inte.' };
      const value = `${row[VITAL_SIGNS.systolicPressure.sv]}/${row['Diastoliskt blodtryck']}`;
      return {
        seen: row['Mätt av'] === 'Patientens egen mätning' && value === `${systolic}/${diastolic}`,
        observed: `Hemmätningen ${value} syns som mätt av: ${row['Mätt av']}.`,
      };
    },
  },
};

const measurements = ({ screen, patient }: Desk): Promise<Panel> =>
  screen.tabList(patient, 'Mätvärden', LIST);

/** What the banner warns of after one measurement. */
async function warningsFor(
  at: Desk,
  measurement: Ref,
): Promise<{ readonly warnings: readonly string[]; readonly banner: Panel }> {
  const banner = await at.screen.banner(at.patient);
  const name = `Varning efter mätning ${numberOf(at, measurement)}`;
  return { warnings: await banner.region.getByRole('alert', { name }).allInnerTexts(), banner };
}

const told = (warnings: readonly string[]): string =>
  warnings.length === 0
    ? 'Ingen varning visas.'
    : `Systemet varnar: ${listed(warnings.map((text) => quoted(text.trim())))}.`;

/** Where a row tells something else than was recorded. */
function differences(values: VitalSigns, row: Row): string[] {
  return Object.entries(VITAL_SIGNS).flatMap(([sign, { sv }]) => {
    const recorded = asShown(values[sign as keyof VitalSigns]);
    return row[sv] === recorded ? [] : [`${sv} är ${row[sv]} i stället för ${recorded}`];
  });
}

function asShown(value: VitalSigns[keyof VitalSigns]): string {
  if (typeof value === 'boolean') return value ? 'Ja' : 'Nej';
  return typeof value === 'number' ? decimal(value) : value;
}

/** Levels of consciousness as the form words them. */
const LEVELS: Record<VitalSigns['consciousness'], string> = {
  A: 'A – alert',
  C: 'C – nytillkommen förvirring',
  V: 'V – reagerar på tilltal',
  P: 'P – reagerar på smärta',
  U: 'U – reagerar inte',
};

const MEASURED: Place = { tab: 'Mätvärden', list: 'Mätvärden' };

export const pages: PagesArea = {
  tasks,
  questions,
  places: { 'record-vitals': MEASURED, 'contribute-blood-pressure': MEASURED },
  patientSignsIn: ['contribute-blood-pressure'],
};
