import type { CareFlow } from '../../domain/care-flow.ts';
import { ROLES } from '../../domain/role.ts';
import { loadWhatIf } from '../../scenarios/day-simulation/load-what-if.ts';
import { namesOf } from '../../scenarios/find-scenario.ts';
import { kernelAnswers, type StressDesAnswers, stressDesPage } from '../kernel/index.ts';
import { GROUP_TEXTS } from './measures/format.ts';
import { loadFactors } from './model/load-factor.ts';
import { prepareSimulation } from './prepare.ts';

const { algorithms, estimation, ...implementation } = kernelAnswers;

/** The model's own report by the STRESS-DES guideline, written from the data it is played with. */
export function dayStressDesPage(flows: readonly CareFlow[]): string {
  const { simulated, model } = prepareSimulation('sas-vardag', [], flows);
  const { day, data } = simulated;
  const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');
  const loads = loadFactors(model).map(
    ({ staff, load }) => `| ${staff.unit} | ${ROLES[staff.role].title} | ${(100 * load).toFixed(0)} % |`,
  );
  const answers: StressDesAnswers = {
    Objectives: {
      purpose: `To show, before go-live, what a day at work (${day.title}) becomes when the work in the care-information system takes
another time, when staff are away or when the system is down.`,
      outputs: list(Object.values(GROUP_TEXTS).map(({ en }) => en)),
      aims: list(
        namesOf('what-if').map((name) => {
          const { whatIf } = loadWhatIf(name);
          return `${whatIf.en} (\`scenarios/what-if/${name}.yaml\`): ${whatIf.variants.map(({ en }) => en.toLowerCase()).join('; ')}`;
        }),
      ),
    },
    Logic: {
      overview: `\`\`\`text
arrivals ─▶ register ─▶ triage ─▶ place ─▶ doctor ─▶ tests, imaging ─▶ doctor ─▶ home
                                             │                           └────▶ bed on a ward ─▶ day's care ─▶ home
flows of the mix ─▶ their steps, each by its role at its unit ─▶ laboratory, pharmacy, primary care, municipality
\`\`\``,
      baseLogic: `Patients are processes. Each step of work waits for one of its role at its unit and holds them for the drawn time; what the system takes of a task in a
flow they are late with for their next. The
emergency department serves by triage colour; red is seen at once and takes staff from less urgent work, which is resumed.
Whoever is admitted keeps the place at the emergency department until there is a bed. A shift finishes what it has begun. At a
change of shifts every patient is handed over: prepared, then received. Nobody leaves without being seen.`,
      scenarioLogic: `A variant is the same data with changes: pace of work, staffing, arrivals, beds, a closed ward, a downtime during which work is
done on paper and entered afterwards by the same role after all other work. A rehearsed day is the same model on the wall clock:
the flows of the mix are played by robots and replace the pathways that stand for them, and the system's measured time replaces
the drawn one ([one model, two clocks](adr/0008-one-model-two-clocks.md)).`,
      algorithms,
      components: `Entities: ${model.streams.map(({ sv }) => sv).join('; ')}; inpatients. Resources: ${model.staff.length} groups of staff and the beds of ${model.units.filter(({ beds }) => beds !== undefined).length} units. Queues: by
priority, then first come, first served, without limit. Entry: arrivals by the hour, and the census. Exit: home, admitted to a
ward outside the model, or present when the day ends.`,
    },
    Data: {
      sources: `\`scenarios/days/${day.name}.yaml\`, \`scenarios/simulation/${day.name}.yaml\` and the compiled flows in \`features/\`; each
figure names its source or is marked as an assumption. Triage: ${data.triage.source ?? 'assumption'}.`,
      preprocessing: 'None; the files are checked and refused when something in them cannot be.',
      parameters: `Load factors, from means:\n\n| unit | role | load |\n| --- | --- | --- |\n${loads.join('\n')}`,
      assumptions: `All working times, the numbers on each shift, the shares of tests and imaging by colour, and the census are assumptions. Units
of one role are interchangeable. Wards other than two, imaging and consultants are waits and not resources. Waits are of those
who were seen within the day; the shares within limits also count those whose time ran out while they waited.`,
    },
    Experimentation: {
      initialisation: `A census at ${data.startsAt}: ${model.census.reduce((sum, { count }) => sum + count, 0)} patients are there, in beds or on their way. No warm-up.`,
      runLength: '24 hours; 200 replications unless told otherwise.',
      estimation: `${estimation} Differences are called real when an interval that holds for all measures at once (Bonferroni) does
not contain zero.`,
    },
    Implementation: {
      ...implementation,
      system: 'Any machine with Node.js; a replication takes about 20 ms of one core.',
    },
    'Code access': { sharing: 'In this repository, Apache-2.0.' },
  };
  return stressDesPage(`The care day: ${day.title}`, answers);
}
