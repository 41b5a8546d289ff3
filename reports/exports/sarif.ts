import type { SourceLocation } from '../../domain/care-flow.ts';
import type { Verdict } from '../../domain/verdict.ts';
import { VERDICT_TEXTS } from '../../pages/verdict.ts';
import { type Failure, failureKey } from '../failures.ts';
import type { Readiness } from '../readiness.ts';

const LEVELS: Readonly<Record<Verdict, 'error' | 'warning' | 'note' | 'none'>> = {
  fail: 'error',
  error: 'error',
  unknown: 'warning',
  'not-covered': 'note',
  pass: 'none',
};

/** What steps show that belong to no requirement. */
const NO_REQUIREMENT = 'genrep-step';

/**
 * Every failing step as a finding in SARIF 2.1.0 (OASIS), placed at its line of Gherkin, under the requirement it speaks
 * against, and every gate that is not passed, at its line of the stage's file; what was not covered is a note. The
 * fingerprint is the same from run to run.
 */
export function sarif({ runs, stage, requirements, gates, flows, monitors }: Readiness): string {
  const file = gates.find(({ location }) => location !== undefined)?.location?.file;
  const ofStage = { file: file ?? `scenarios/stages/${stage.name}.yaml`, line: 1 };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Genrep',
            semanticVersion: runs[0]?.genrep,
            rules: [
              ...requirements.map(({ requirement: { id, sv, en, safetyClass } }) => ({
                id,
                shortDescription: { text: sv },
                fullDescription: { text: en },
                properties: { safetyClass },
              })),
              { id: NO_REQUIREMENT, shortDescription: { text: 'Ett steg som inte visar något krav.' } },
              ...gates.map(({ id, sv, en }) => ({
                id,
                shortDescription: { text: sv },
                fullDescription: { text: en },
              })),
            ],
          },
        },
        columnKind: 'utf16CodeUnits',
        results: [
          ...flows.flatMap(({ flow, failures }) =>
            failures.flatMap((failure) => findingsOf(failure, flow.location)),
          ),
          ...monitors.flatMap(({ failures }) =>
            failures.flatMap((failure) =>
              findingsOf(
                failure,
                flows.find(({ flow }) => flow.id === failure.flow.id)?.flow.location ?? ofStage,
              ),
            ),
          ),
          ...gates
            .filter(({ verdict }) => verdict !== 'pass')
            .map(({ id, verdict, reasons, location }) => ({
              ruleId: id,
              level: LEVELS[verdict],
              message: { text: reasons.map(({ text }) => text.sv).join(' ') || VERDICT_TEXTS[verdict].sv },
              locations: [at(location ?? ofStage)],
              partialFingerprints: { 'genrepGate/v1': id },
            })),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

const at = ({ file, line }: SourceLocation) => ({
  physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region: { startLine: line } },
});

/** A flow that broke outside its steps is found where the flow begins. */
function findingsOf(failure: Failure, flow: SourceLocation) {
  const rules = failure.requirements.length === 0 ? [NO_REQUIREMENT] : failure.requirements;
  return rules.map((ruleId) => ({
    ruleId,
    level: LEVELS[failure.verdict],
    message: { text: findingText(failure) },
    locations: [at(failure.step ?? flow)],
    partialFingerprints: {
      [failure.monitor === undefined ? 'genrepStep/v1' : 'genrepMonitor/v1']: failureKey(failure),
    },
    properties: {
      ...{ count: failure.count, of: failure.of, attribution: failure.attribution.to },
      ...(failure.component === undefined ? {} : { component: failure.component }),
      ...(failure.monitor === undefined ? {} : { monitor: failure.monitor.id }),
    },
  }));
}

/** What failed, in one line. */
export const findingText = ({
  flow,
  step,
  expected,
  observed,
  reason,
  count,
  of,
  monitor,
}: Failure): string =>
  [
    monitor === undefined
      ? `${flow.name}: ${step?.text ?? 'hela flödet'} (${count} av ${of}).`
      : `${flow.name}${step === undefined ? '' : `: ${step.text}`} (${count} ${count === 1 ? 'gång' : 'gånger'}).`,
    reason?.sv,
    expected === undefined ? undefined : `Förväntat: ${expected}.`,
    observed === undefined ? undefined : `Sett: ${observed}.`,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
