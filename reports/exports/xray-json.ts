import type { Verdict } from '../../domain/verdict.ts';
import type { FlowResult } from '../flows.ts';
import type { Summary } from '../verdicts.ts';
import { findingText } from './sarif.ts';

const STATUSES: Readonly<Record<Verdict, string>> = {
  pass: 'PASSED',
  fail: 'FAILED',
  error: 'FAILED',
  unknown: 'FAILED',
  'not-covered': 'TODO',
};

/**
 * The run as a test execution in Xray's own JSON for Jira: a test a flow, its requirements as labels. The key of the
 * project is the user's and is added on the way in.
 */
export function xrayJson({ runs, flows, stage }: Summary): string {
  const [run] = runs;
  const iso = (epoch: number | undefined) => new Date(epoch ?? 0).toISOString().replace(/\.\d+Z$/, 'Z');
  return `${JSON.stringify(
    {
      info: {
        summary: `${run?.started.title ?? ''} (${run?.started.run ?? ''})`,
        description: stage.title,
        startDate: iso(run?.beganAt),
        finishDate: iso(run?.lastAt),
      },
      tests: flows.map((result) => testOf(result)),
    },
    null,
    2,
  )}\n`;
}

const testOf = ({ flow, verdict, failures }: FlowResult) => ({
  testInfo: {
    summary: flow.name,
    type: 'Generic',
    definition: flow.id,
    labels: [...flow.requirements, `klass-${flow.safetyClass}`],
  },
  status: STATUSES[verdict],
  ...(failures.length === 0 ? {} : { comment: failures.map(findingText).join('\n') }),
});
