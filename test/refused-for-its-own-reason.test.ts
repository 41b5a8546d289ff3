import { afterEach, describe, expect, it } from 'vitest';
import { attemptToSendMessage, nothingInInbox } from '../care/coordination/index.ts';
import { attemptToPrescribe, prescriptionStopped } from '../care/medication/index.ts';
import { allergenCalled, drugCalled } from '../care/medication/words.ts';
import type { Activity } from '../domain/activity.ts';
import type { CareFlow, CareStep } from '../domain/care-flow.ts';
import { ref } from '../domain/ref.ts';
import { throughout } from '../domain/time.ts';
import type { Verdict } from '../domain/verdict.ts';
import { FlowRun } from '../flows/flow-run.ts';
import { withFacts } from '../flows/with-facts.ts';
import { hurryingClock } from '../systems/fhir-r4/testing/manner-harness.ts';
import { systemWith } from '../systems/fhir-r4/testing/system-with.ts';
import { AREAS } from '../systems/testing/areas.ts';
import { person, UNITS } from '../systems/testing/people.ts';

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

const step = (activity: Activity): CareStep =>
  withFacts(
    {
      text: activity.kind,
      keyword: 'När',
      location: { file: 'x.feature', line: 1 },
      actor: { role: 'nurse', unit: 'ward' },
      activity,
      ...(activity.kind === 'nothing-in-inbox' ? { limit: throughout(100) } : {}),
    },
    AREAS.vocabulary,
  );

const MESSAGE = [step(attemptToSendMessage('discharge-information', 'försöket')), step(nothingInInbox())];
const PENICILLIN = [
  step(attemptToPrescribe(drugCalled('Bensylpenicillin'), 'försöket')),
  step(prescriptionStopped(ref('försöket'), allergenCalled('penicillin'))),
];

/** The verdict of a flow on a server that answers its attempt so. */
async function verdictOf(
  steps: readonly CareStep[],
  status: number,
  code: string,
  text: string,
): Promise<Verdict> {
  const { system, close } = await systemWith(
    [],
    [
      {
        profile: { workflows: ['consent-enforcement', 'decision-support'] },
        instead: ({ method, url }) =>
          method === 'POST' && /\/(Communication|MedicationRequest)$/.test(url)
            ? {
                status,
                json: {
                  resourceType: 'OperationOutcome',
                  issue: [{ severity: 'error', code, details: { text } }],
                },
              }
            : undefined,
      },
    ],
  );
  opened.push({ close });
  const run = new FlowRun({
    run: 'r',
    instance: 'f-1',
    flow: { id: 'x#1', steps } as unknown as CareFlow,
    patient: person(1),
    units: UNITS,
    system,
    clock: hurryingClock(),
    speed: 1000,
    plannedAt: 0,
    sink: () => undefined,
  });
  await run.begin();
  for (const each of steps) await run.step(each);
  return run.end();
}

describe('a message without consent', () => {
  it.each([
    [422, 'business-rule', 'Patientens samtycke saknas.', 'pass'],
    [403, 'suppressed', 'No consent to share on record.', 'pass'],
    [422, 'processing', 'Patienten har sagt nej till att information delas.', 'pass'],
    [422, 'business-rule', 'Mottagaren tar inte emot utskrivningar på helger.', 'unknown'],
    [403, 'forbidden', 'Du saknar behörighet.', 'unknown'],
    [422, 'required', 'Communication.status saknas; samtycke kontrollerades inte.', 'fail'],
    [400, 'code-invalid', 'Okänd kod: discharge-information.', 'fail'],
    [404, 'not-found', 'Organization/9 finns inte.', 'fail'],
    [409, 'conflict', 'Någon annan skrev samtidigt.', 'fail'],
    [401, 'login', 'Samtycke? Logga in först.', 'error'],
    [429, 'throttled', 'För många meddelanden utan samtycke.', 'unknown'],
    [500, 'exception', 'Samtycke kunde inte läsas.', 'error'],
    [503, 'transient', 'Samtyckestjänsten svarar inte.', 'error'],
  ] as const)('%i %s ”%s” is %s', async (status, code, text, verdict) => {
    expect(await verdictOf(MESSAGE, status, code, text)).toBe(verdict);
  });
});

describe('penicillin to somebody who does not tolerate it', () => {
  it.each([
    [422, 'business-rule', 'Stopp: penicillinallergi registrerad.', 'pass'],
    [422, 'processing', 'Penicillin: överkänslighet.', 'pass'],
    [422, 'business-rule', 'Dosen är för hög.', 'fail'],
    [400, 'code-invalid', 'Okänd kod: penicillin.', 'fail'],
    [403, 'forbidden', 'Du får inte ordinera penicillin.', 'fail'],
    [429, 'throttled', 'För många ordinationer av penicillin.', 'unknown'],
    [502, 'transient', 'penicillin', 'error'],
  ] as const)('%i %s ”%s” is %s', async (status, code, text, verdict) => {
    expect(await verdictOf(PENICILLIN, status, code, text)).toBe(verdict);
  });
});
