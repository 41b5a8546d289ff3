import type { DiagnosticReport, Observation } from '@medplum/fhirtypes';
import { Pool } from 'undici';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import type { AnswerContent } from '../../laboratory/hl7/answer.ts';
import type { EnteredAnswer, EnteredAnswerReply } from '../../laboratory/workstation.ts';
import { Refusal, type SignedIn } from '../../workflow.ts';
import { testCodingIn } from './order-message.ts';

function contentOf({ valueQuantity, valueString }: Observation): AnswerContent | undefined {
  if (valueString !== undefined) return { text: valueString };
  if (valueQuantity?.value === undefined) return undefined;
  return { value: valueQuantity.value, unit: valueQuantity.code ?? valueQuantity.unit ?? '1' };
}

/** What a report says to the workstation; a Swedish refusal when it does not say enough. */
export function enteredAnswerOf(report: DiagnosticReport, by: SignedIn): EnteredAnswer {
  const [, orderNumber] = report.basedOn?.[0]?.reference?.split('ServiceRequest/') ?? [];
  if (orderNumber === undefined) throw new Refusal(422, 'Ett provsvar måste gälla en provordination.');
  const observations = (report.contained ?? []).filter(
    (resource): resource is Observation => resource.resourceType === 'Observation',
  );
  const [observation] = observations;
  const content = observation === undefined ? undefined : contentOf(observation);
  if (observation === undefined || content === undefined || observations.length > 1) {
    throw new Refusal(422, 'Ett provsvar måste innehålla ett värde eller en text, och bara ett.');
  }
  return {
    orderNumber,
    testCode: testCodingIn(observation.code)?.code ?? '',
    content,
    validatedBy: { hsaId: by.hsaId ?? '', name: by.display },
    token: report.meta?.tag?.find(({ system }) => system === SYSTEMS.token)?.code ?? '',
  };
}

/** The laboratory's workstation, as somebody at it uses it. */
export interface WorkstationClient {
  /** The laboratory's number of the answer. */
  enter(answer: EnteredAnswer): Promise<string>;
  close(): Promise<void>;
}

export function createWorkstationClient(address: string): WorkstationClient {
  const pool = new Pool(address);
  return {
    async enter(answer) {
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: '/answers',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(answer),
      });
      if (statusCode !== 200 && statusCode !== 201 && statusCode !== 422) {
        throw new Error(`The laboratory's workstation answered ${statusCode}: ${await body.text()}`);
      }
      const reply = (await body.json()) as EnteredAnswerReply;
      if ('reason' in reply) throw new Refusal(422, reply.reason);
      return reply.number;
    },
    close: () => pool.close(),
  };
}
