import { readEvidence } from '../../evidence/read.ts';
import { stepRows } from '../../reports/exports/steps-ndjson.ts';
import type { RunHistory } from '../../reports/history.ts';
import { judgeGates } from '../../reports/judge-gates.ts';
import { type Summary, summarise } from '../../reports/verdicts.ts';
import { column, type TableShape } from '../table.ts';

/** A run that is exported, and where its journal lies. */
export interface ExportedRun {
  readonly folder: string;
  readonly history: RunHistory;
}

type Row = Readonly<Record<string, unknown>>;

/** A table of evidence: what its rows are, and how they are made of a run. */
export interface EvidenceTable extends TableShape {
  rows(run: ExportedRun, summary: Summary): AsyncIterable<Row> | Iterable<Row>;
}

const iso = (epoch: number): string => new Date(epoch).toISOString();

const run = column('run', 'VARCHAR', 'id of the run');

/** All that is recomputed from evidence by every report, a table each, and the evidence itself. */
export const EVIDENCE_TABLES: readonly EvidenceTable[] = [
  {
    name: 'runs',
    row: 'a run',
    columns: [
      run,
      column('command', 'VARCHAR', 'day, features, simulate, load, lab or deck'),
      column('title', 'VARCHAR', 'what it is called'),
      column('stage', 'VARCHAR', 'the stage it was made for'),
      column('stage_hash', 'VARCHAR', 'SHA-256 of the stage as it was then'),
      column('system', 'VARCHAR', 'the system under test; empty where nothing was sent'),
      column('software', 'VARCHAR', 'its software, as it said; empty where nothing was sent'),
      column('software_version', 'VARCHAR', 'its version, as it said; empty where nothing was sent'),
      column('genrep', 'VARCHAR', 'version of Genrep'),
      column('seed', 'BIGINT', 'the seed of all draws'),
      column('speed', 'DOUBLE', 'how many times faster than real the clock of the day ran'),
      column('began_at', 'TIMESTAMP', 'first record, UTC'),
      column('last_at', 'TIMESTAMP', 'last record, UTC'),
      column('planned', 'INTEGER', 'flows planned'),
      column('started', 'INTEGER', 'flows begun'),
      column('ending', 'VARCHAR', 'complete, interrupted or killed'),
      column('planted', 'VARCHAR[]', 'faults that were planted; empty list where none'),
      column('head', 'VARCHAR', 'hash of the last record: what the evidence is verified by'),
    ],
    *rows({ history: { started, planned, instances, journal, beganAt, lastAt } }) {
      yield {
        ...{ run: started.run, command: started.command, title: started.title },
        ...{ stage: started.stage.name, stage_hash: started.stage.hash },
        ...{ system: started.system?.name ?? null, software: started.system?.software ?? null },
        ...{ software_version: started.system?.version ?? null, genrep: started.genrep },
        ...{ seed: started.seed, speed: started.speed, began_at: iso(beganAt), last_at: iso(lastAt) },
        ...{ planned, started: instances.length, ending: journal.ending, head: journal.head },
        planted: started.planted ?? [],
      };
    },
  },
  {
    name: 'instances',
    row: 'one patient through one flow',
    columns: [
      run,
      column('instance', 'VARCHAR', 'number of the instance in its run'),
      column('flow', 'VARCHAR', 'id of the flow'),
      column('flow_name', 'VARCHAR', 'name of the flow'),
      column('setting', 'VARCHAR', 'care setting, as the folder of its feature'),
      column('safety_class', 'INTEGER', '1 may cost a life, 2 may harm, 3 hinders work'),
      column('channel', 'VARCHAR', 'api or ui'),
      column('load', 'VARCHAR', 'the load it was part of; empty for robots and people'),
      column('verdict', 'VARCHAR', 'pass, fail, error, unknown or not-covered'),
      column('planned_at_ms', 'BIGINT', "planned start on the day's clock, ms since midnight"),
      column('day_time_ms', 'BIGINT', "real start on the day's clock, ms since midnight"),
      column('started_at', 'TIMESTAMP', "start on the system's clock, UTC"),
      column('steps', 'INTEGER', 'steps in the flow'),
    ],
    *rows({ history: { started } }, { instances }) {
      for (const { instance, flow, channel, history, verdict } of instances)
        yield {
          ...{ run: started.run, instance, flow: flow.id, flow_name: flow.name, setting: flow.setting },
          ...{ safety_class: flow.safetyClass, channel, load: history.started.load ?? null, verdict },
          ...{ planned_at_ms: history.started.plannedAt, day_time_ms: history.started.dayTime },
          ...{ started_at: iso(history.started.startedAt), steps: flow.steps.length },
        };
    },
  },
  {
    name: 'steps',
    row: 'one step of one instance',
    columns: [
      run,
      column('command', 'VARCHAR', 'as in runs'),
      column('system', 'VARCHAR', 'as in runs'),
      column('seed', 'BIGINT', 'as in runs'),
      column('flow', 'VARCHAR', 'as in instances'),
      column('flow_name', 'VARCHAR', 'as in instances'),
      column('setting', 'VARCHAR', 'as in instances'),
      column('safety_class', 'INTEGER', 'as in instances'),
      column('instance', 'VARCHAR', 'as in instances'),
      column('channel', 'VARCHAR', 'as in instances'),
      column('patient', 'VARCHAR', "the patient's key in the run; never a number or a name"),
      column('step', 'INTEGER', 'its place in the flow, from 0'),
      column('kind', 'VARCHAR', 'what is done or asked; empty for a wait'),
      column('text', 'VARCHAR', 'the sentence, in Swedish'),
      column('role', 'VARCHAR', 'who does it; empty for a wait'),
      column('unit', 'VARCHAR', 'kind of unit; empty for a patient at home'),
      column('shift', 'VARCHAR', 'day, evening or night where the flow says so'),
      column('requirements', 'VARCHAR[]', 'ids of the requirements it shows'),
      column('verdict', 'VARCHAR', 'as in instances'),
      column(
        'coverage',
        'VARCHAR',
        'observed, not-reached (ended before it) or not-supported (the channel cannot)',
      ),
      column('started_at', 'TIMESTAMP', "on the system's clock, UTC; empty where it was not begun"),
      column('ended_at', 'TIMESTAMP', "on the system's clock, UTC; empty where it did not end"),
      column('duration_ms', 'BIGINT', 'from begun to ended'),
      column('day_time_ms', 'BIGINT', "its end on the day's clock, ms since midnight of the first day"),
      column('attempts', 'INTEGER', 'how often a question was asked'),
      column('latency_ms', 'BIGINT', 'hand-over: from the acknowledged act to when it was first seen'),
      column('latency_clock', 'VARCHAR', 'system or day: the clock of the latency and of the limit'),
      column('limit_ms', 'BIGINT', 'the limit of the step, where it has one'),
      column('expected', 'VARCHAR', 'what was looked for, where it was not seen'),
      column('observed', 'VARCHAR', 'what was seen instead'),
      column('reason', 'VARCHAR', 'why it is not pass, in Swedish'),
      column('cause', 'VARCHAR', 'what broke: system, harness or data'),
      column('reference', 'VARCHAR', "the system's handle on what was made"),
    ],
    rows: (_run, summary) => stepRows(summary),
  },
  {
    name: 'requirements',
    row: 'one requirement in one run',
    columns: [
      run,
      column('requirement', 'VARCHAR', 'id of the requirement'),
      column('text', 'VARCHAR', 'what it says, in Swedish'),
      column('safety_class', 'INTEGER', 'as in instances'),
      column('verdict', 'VARCHAR', 'the worst that was seen; not-covered where nobody looked'),
      column('observed_in', 'INTEGER', 'instances in which it was looked at'),
      column('broken_in', 'INTEGER', 'instances in which it did not hold'),
      column('watched', 'INTEGER', 'how much monitors looked at for it'),
    ],
    *rows({ history: { started } }, { requirements }) {
      for (const { requirement, verdict, observedIn, brokenIn, watched } of requirements)
        yield {
          ...{ run: started.run, requirement: requirement.id, text: requirement.sv },
          ...{ safety_class: requirement.safetyClass, verdict },
          ...{ observed_in: observedIn, broken_in: brokenIn, watched },
        };
    },
  },
  {
    name: 'gates',
    row: 'one gate that one run can answer',
    columns: [
      run,
      column('gate', 'VARCHAR', 'id of the gate'),
      column('text', 'VARCHAR', 'what it says, in Swedish'),
      column('verdict', 'VARCHAR', 'as in instances'),
      column('limit', 'VARCHAR', 'the limit, in Swedish'),
      column('measured', 'VARCHAR', 'what was measured, in Swedish'),
    ],
    *rows({ history: { started } }, summary) {
      for (const { id, sv, verdict, limit, measured } of judgeGates(summary, 'run').gates)
        yield { run: started.run, gate: id, text: sv, verdict, limit: limit.sv, measured: measured.sv };
    },
  },
  {
    name: 'monitors',
    row: 'one monitor in one run',
    columns: [
      run,
      column('monitor', 'VARCHAR', 'id of the monitor'),
      column('kind', 'VARCHAR', 'the question it belongs to'),
      column('text', 'VARCHAR', 'what must hold, in Swedish'),
      column('verdict', 'VARCHAR', 'as in instances, or not-exercised'),
      column('looked_at', 'INTEGER', 'how much there was to look at'),
      column('findings', 'INTEGER', 'kinds of fault it found'),
    ],
    *rows({ history: { started } }, { monitors }) {
      for (const { id, kind, sv, verdict, lookedAt, failures } of monitors)
        yield {
          ...{ run: started.run, monitor: id, kind, text: sv, verdict },
          ...{ looked_at: lookedAt, findings: failures.length },
        };
    },
  },
  {
    name: 'estimates',
    row: 'one figure of one simulation',
    columns: [
      run,
      column('estimate', 'VARCHAR', 'id of the figure'),
      column('text', 'VARCHAR', 'what it is, in Swedish'),
      column('figure_group', 'VARCHAR', 'the group it belongs to'),
      column('unit', 'VARCHAR', 'minutes, share or count'),
      column('mean', 'DOUBLE', 'over the replications; empty where there was nothing to measure'),
      column('half_width', 'DOUBLE', 'half of its 95 % confidence interval'),
    ],
    *rows({ history: { started } }, { estimates }) {
      for (const { id, sv, group, unit, mean, halfWidth } of estimates)
        yield {
          ...{ run: started.run, estimate: id, text: sv, figure_group: group, unit },
          ...{ mean, half_width: halfWidth },
        };
    },
  },
  {
    name: 'events',
    row: 'one record of the evidence, as it stands',
    columns: [
      run,
      column('seq', 'BIGINT', 'its number in the journal, from 1'),
      column('at', 'TIMESTAMP', 'when it was written, UTC'),
      column('type', 'VARCHAR', 'what it tells of'),
      column('instance', 'VARCHAR', 'the instance it is about; empty where it is about none'),
      column('event', 'VARCHAR', 'all of it, as JSON'),
    ],
    async *rows({ folder, history: { started } }) {
      for await (const { seq, at, event } of readEvidence(folder))
        yield {
          ...{ run: started.run, seq, at: iso(at), type: event.type },
          instance: 'instance' in event ? event.instance : null,
          event: JSON.stringify(event),
        };
    },
  },
];

/** What the rows of a run are made of: the run weighed by itself, against the stage that it was made for. */
export const summaryOf = ({ history }: ExportedRun): Summary => summarise([history]);
