import type { DiagnosticReport } from '@medplum/fhirtypes';
import type { Faults } from '../../faults/fault.ts';
import type { SignedIn } from '../../workflow.ts';

/** The answer that a reader is shown: the one asked for, unless readers share a place by mistake and come at once. */
export function answersAtOnce(faults: Faults, now: () => number) {
  let latest: { readonly report: DiagnosticReport; readonly readAt: number } | undefined;
  return (report: DiagnosticReport, { role }: SignedIn): DiagnosticReport => {
    const fault = faults.strikes('answers-swapped', { role }, report.id);
    if (fault === undefined) return report;
    const [before, readAt] = [latest, now()];
    latest = { report, readAt };
    const isShared =
      before !== undefined &&
      readAt - before.readAt < (fault.delaySeconds ?? 0) * 1_000 &&
      before.report.subject?.reference !== report.subject?.reference;
    return isShared ? before.report : report;
  };
}
