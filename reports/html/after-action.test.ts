import { beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceEvent } from '../../domain/evidence.ts';
import { isLabEvent, type LabCard, type LabNote } from '../../domain/lab-evidence.ts';
import { MINUTE, SECOND } from '../../domain/time.ts';
import { Lab } from '../../lab/lab.ts';
import { loadQuestionnaire } from '../../lab/load-questionnaire.ts';
import { SEATS } from '../../lab/testing/lab-of.ts';
import type { RunHistory } from '../history.ts';
import { findingsOf } from '../lab/findings.ts';
import { tasksOf } from '../lab/tasks.ts';
import { runOf } from '../testing/synthetic.ts';
import { afterActionPage } from './after-action.ts';

let time: number;
let events: EvidenceEvent[];
let lab: Lab;
let dealt: number;

const RUN = runOf({});
const consent = { sv: 'Du prövar systemet.', en: 'You try the system.' };

beforeEach(async () => {
  time = 0;
  dealt = 0;
  events = [];
  lab = new Lab({ sink: (event) => events.push(event), flush: async () => {}, now: () => time });
  await lab.record({
    ...{ type: 'lab-opened', seats: SEATS, injects: [], questionnaires: [loadQuestionnaire('umux-lite')] },
    ...{ consent: '1', pace: 1, idlePace: 1 },
  });
  await lab.record({ type: 'lab-clock', change: 'continued' });
  for (const { id } of SEATS) await lab.record({ type: 'lab-person', seat: id, change: 'joined' });
});

/** A card of the first flow, with what happens to it, a minute apart. */
async function card(
  seat: string,
  ...changes: readonly (LabCard['change'] | 'held' | 'continued')[]
): Promise<string> {
  const [{ instance, flow } = { instance: '', flow: undefined }] = RUN.instances;
  const step = flow?.steps.findIndex(({ workingTime }) => workingTime > 0) ?? 0;
  dealt += 1;
  const id = `${instance}.${dealt}`;
  await lab.record({
    type: 'lab-card',
    card: id,
    change: 'dealt',
    seat,
    visit: instance,
    step,
    kind: 'triage',
  });
  for (const change of changes) {
    time += MINUTE;
    if (change === 'held' || change === 'continued') await lab.record({ type: 'lab-clock', change });
    else await lab.tell(id, change, change === 'otherwise' ? { reference: 'Observation/1' } : {});
  }
  return id;
}
const note = (kind: LabNote['kind'], of?: string) =>
  lab.record({
    type: 'lab-note',
    seat: 'plats-1',
    kind,
    severity: 3,
    ...(of === undefined ? {} : { card: of }),
  });
const run = (): RunHistory => ({
  ...RUN,
  started: { ...RUN.started, command: 'lab' },
  lab: events.filter(isLabEvent),
});

describe('a kind of task', () => {
  it('is told over people, with deviations and errors by card', async () => {
    await card('plats-1', 'shown');
    const wrong = await card('plats-1', 'said-done', 'not-shown', 'otherwise', 'shown');
    await card('plats-2', 'help', 'stuck');
    await card('plats-2', 'taken-back');
    await note('wrong-dose', wrong);
    await note('good', wrong);
    expect(tasksOf([run()])).toMatchObject([
      {
        ...{ kind: 'triage', role: 'nurse', people: 2, cards: 3 },
        success: { n: 2, mean: 0.25, deviation: expect.closeTo(0.3536, 3) },
        deviations: { n: 3, mean: 2 / 3 },
        errors: { mean: 1 / 3 },
        time: { n: 2, mean: 2.5 * MINUTE },
        typical: { value: expect.closeTo(2 * MINUTE, 3) },
        median: { n: 3, censored: 1 },
      },
    ]);
  });

  it('takes longer than anybody knows where the clock was held, whoever was quick', async () => {
    await card('plats-1', 'shown');
    await card('plats-2', 'opened', 'held', 'continued', 'shown');
    const [row] = tasksOf([run()]);
    expect(row?.time).toMatchObject({ n: 1, mean: MINUTE });
    expect(row?.median).toMatchObject({ n: 2, censored: 1 });
  });

  it('takes longer than anybody knows where the lab was cut off', async () => {
    await card('plats-1', 'opened', 'shown');
    const cut = {
      type: 'run-resumed',
      after: 'killed',
      cutOffAt: MINUTE,
      finished: 0,
      interrupted: [],
    } as const;
    expect(tasksOf([{ ...run(), resumed: [cut] }])[0]?.median).toMatchObject({ n: 1, censored: 1 });
  });

  it('has robots in pages as its optimum, where there are any', async () => {
    await card('plats-1', 'shown');
    const played = (channel: 'api' | 'ui', seconds: number): RunHistory => ({
      ...RUN,
      instances: RUN.instances.map((each) => ({
        ...each,
        channel,
        ended: new Map(
          [...each.ended].map(([step, ended]) => {
            const outcome = { status: 'done', begunAt: 0, acknowledgedAt: seconds * SECOND } as const;
            return [step, { ...ended, outcome }];
          }),
        ),
      })),
    });
    const robots = [played('api', 1), played('ui', 20)];
    expect(tasksOf([run()])[0]?.robot).toBeUndefined();
    expect(tasksOf([run()], robots)[0]?.robot).toMatchObject({ channel: 'ui', median: 20 * SECOND });
    expect(afterActionPage(run(), { consent, robots })).toContain('20 s (');
  });
});

it('finds what asks for a cause, errors that may harm first, and names no person', async () => {
  const id = await card('plats-1', 'said-done', 'not-shown', 'stuck');
  await note('good', id);
  await note('friction');
  await note('missed-alarm', id);
  const inject = { id: 'ringer', method: 'phone', sv: 'Det ringer.' } as const;
  await lab.record({ type: 'lab-injected', inject, change: 'sent' });
  await lab.record({ type: 'lab-expected', inject: 'ringer', change: 'expired', verdict: 'unknown' });
  await lab.record({ type: 'lab-expected', inject: 'ringer', change: 'missed', verdict: 'fail' });
  const found = findingsOf(run());
  expect(found.map(({ what, isCritical }) => [what.sv, isCritical])).toEqual([
    ['Missat larm', true],
    ['Sagt klart, syntes inte', false],
    ['Kom inte vidare', false],
    ['Trögt', false],
    ['Det som väntades efter en händelse gjordes inte', false],
  ]);
  expect(JSON.stringify(found)).not.toMatch(/ksköterska \d/);
});

describe('the report after the day', () => {
  it('has the headings of the format, and nothing of a lab that nobody came to', async () => {
    expect(afterActionPage(RUN, { consent })).toBeUndefined();
    await card('plats-1', 'shown');
    const page = afterActionPage(run(), { consent }) ?? '';
    const headings = [
      ...[
        'Executive summary',
        'Introduction',
        'Method',
        'Participants',
        'Study design',
        'Tasks',
        'Procedure',
      ],
      ...['Test location', 'Test environment', 'Test forms and tools', 'Participant instructions'],
      ...['Usability metrics', 'Results', 'Effectiveness', 'Efficiency', 'Satisfaction', 'Major findings'],
      ...['Areas for improvement', 'Appendices', 'recruiting screener', 'informed consent'],
    ];
    const places = headings.map((heading) => page.indexOf(heading));
    expect(places.filter((place) => place < 0)).toEqual([]);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(page).toContain('Du prövar systemet.');
  });

  it('tells what was answered, and what so many people can tell', async () => {
    await card('plats-1', 'shown');
    await lab.record({ type: 'lab-asked' });
    const answer = { instrument: 'umux-lite', version: 'genrep-sv-1', items: [6, 5] } as const;
    await lab.record({ type: 'lab-answered', seat: 'plats-1', ...answer });
    const page = afterActionPage(run(), { consent }) ?? '';
    expect(page).toContain('75 (0–100, n = 1)');
    expect(page).toContain('Ordalydelsen är inte utprövad');
    // 1 − (1 − 0,31)² of the two who came.
    expect(page).toContain('52,3\u00a0%');
  });
});
