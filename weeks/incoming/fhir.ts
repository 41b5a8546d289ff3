import { Ajv } from 'ajv';
import type { FirstWeeks } from '../../domain/first-weeks.ts';
import { InputError } from '../../domain/input-error.ts';
import type { Place, ReportedDeviation } from '../deviation.ts';
import { type DeviationWords, deviationOf } from './row.ts';
import schema from './task.schema.json' with { type: 'json' };

/**
 * Deviations as FHIR R4 Task, one a line. A deviation here is work with an owner, a state and a time when it was done, which is
 * what Task is for: "a task to be performed", with status, owner, location, for, authoredOn and executionPeriod
 * (hl7.org/fhir/R4/task.html). DetectedIssue has neither owner nor unit, and AdverseEvent neither owner nor state.
 */
interface DeviationTask {
  readonly identifier: readonly { readonly value: string }[];
  readonly status: string;
  /** The safety class. */
  readonly code: { readonly coding: readonly { readonly system?: string; readonly code: string }[] };
  readonly description: string;
  readonly authoredOn: string;
  readonly lastModified?: string;
  readonly executionPeriod?: { readonly end?: string };
  readonly owner?: { readonly display?: string };
  readonly location: { readonly identifier?: { readonly value?: string }; readonly display?: string };
  readonly for?: { readonly reference?: string };
  readonly reasonCode?: { readonly text?: string };
}

/** What says in `Task.code` that a code is a safety class. */
export const DEVIATION_CLASS = 'urn:genrep:deviation-class';

/** States in which nobody works on it any more (hl7.org/fhir/R4/valueset-task-status.html). */
const OVER: ReadonlySet<string> = new Set([
  'completed',
  'cancelled',
  'rejected',
  'failed',
  'entered-in-error',
]);

/** What is no deviation at all. */
const MISTAKEN = 'entered-in-error';

const validate = new Ajv({ strictTypes: false }).compile<DeviationTask>(schema);

/** The deviations of a file of NDJSON. Throws InputError with the line for one that cannot be counted. */
export function readTasks(text: string, file: string, plan: FirstWeeks): ReportedDeviation[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const from = { file, line: index + 1 };
    const task = taskIn(line, from);
    return task.status === MISTAKEN
      ? []
      : [deviationOf(wordsOf(task, from), plan, from, (word) => PATHS[word])];
  });
}

function taskIn(line: string, from: Place): DeviationTask {
  let content: unknown;
  try {
    content = JSON.parse(line);
  } catch {
    throw new InputError('Raden är inte JSON; varje rad ska vara en Task.', from);
  }
  if (validate(content)) return content;
  const [first] = validate.errors ?? [];
  throw new InputError(
    `Raden är ingen avvikelse som FHIR Task: ${first?.instancePath.slice(1).replaceAll('/', '.') || 'Task'} ${first?.message ?? ''}.`,
    from,
  );
}

function wordsOf(task: DeviationTask, from: Place): DeviationWords {
  const closed = task.executionPeriod?.end;
  if (OVER.has(task.status) && closed === undefined)
    throw new InputError(
      `Uppgiften har status ${task.status} men inget slut; skriv när i executionPeriod.end.`,
      from,
    );
  return {
    id: task.identifier[0]?.value ?? '',
    reported: task.authoredOn,
    class: task.code.coding.find(({ system }) => system === DEVIATION_CLASS)?.code ?? '',
    unit: task.location.identifier?.value ?? task.location.display ?? '',
    text: task.description,
    closed: OVER.has(task.status) ? (closed ?? '') : '',
    owner: task.owner?.display ?? '',
    cause: task.reasonCode?.text ?? '',
    patient: task.for?.reference ?? '',
    updated: task.lastModified ?? '',
  };
}

const PATHS: Readonly<Record<keyof DeviationWords, string>> = {
  id: 'Task.identifier',
  reported: 'Task.authoredOn',
  class: `Task.code (${DEVIATION_CLASS})`,
  unit: 'Task.location',
  text: 'Task.description',
  closed: 'Task.executionPeriod.end',
  owner: 'Task.owner',
  cause: 'Task.reasonCode',
  patient: 'Task.for',
  updated: 'Task.lastModified',
};
