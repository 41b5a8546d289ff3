import type { Communication, Patient, Task } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { messageKindOf } from '../../fhir/coordination.ts';
import type { Stored } from '../../fhir/fhir.ts';
import { numberOf } from '../../fhir/numbers.ts';
import { personFrom } from '../../fhir/people.ts';
import { useLive } from '../../live/use-live.ts';
import { FormCard } from '../../parts/form-card.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { WrittenText } from '../../parts/written-text.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { CarePlanningForm } from '../coordination/care-planning-form.tsx';

/** One message: read it, say that it has come, call to planning. */
export function InboxEntryPage(): ReactNode {
  const { id = '' } = useParams();
  const { fhir } = useSession();
  const { inbox: t, common, messages } = useTexts();
  const live = useLive(
    `entry ${id}`,
    async () => {
      const task = await fhir.read<Stored<Task>>(`Task/${id}`);
      const [message, patient] = await Promise.all([
        fhir.read<Stored<Communication>>(task.focus?.reference ?? ''),
        fhir.read<Patient>(task.for?.reference ?? ''),
      ]);
      return { task, message, person: personFrom(patient) };
    },
    ({ reference }) => reference === `Task/${id}`,
  );
  return (
    <Page title={t.entry}>
      <Panel name={t.entry} live={live}>
        {({ task, message, person }) => (
          <div className="stack">
            <p>
              <strong>{messages[messageKindOf(message) ?? 'admission']}</strong> {numberOf(message)} ·{' '}
              {person.identityNumber} · {person.name} · <Moment at={message.sent} />
            </p>
            <WrittenText name={common.textOf(numberOf(message))}>
              {message.payload?.[0]?.contentString ?? ''}
            </WrittenText>
            <div className="cards">
              <FormCard
                name={t.acknowledge}
                submit={t.acknowledge}
                act="acknowledge the unit's messages"
                done={task.status === 'completed'}
                save={async () => {
                  await fhir.update<Task>({ ...task, status: 'completed' });
                  live.refresh();
                  return { number: numberOf(message) };
                }}
              >
                {task.status === 'completed' && (
                  <p>
                    {t.acknowledged} <Moment at={message.received ?? task.lastModified} />
                  </p>
                )}
              </FormCard>
              <CarePlanningForm patient={person.reference} called={live.refresh} />
            </div>
          </div>
        )}
      </Panel>
    </Page>
  );
}
