import type { Communication } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import { acknowledgementOf, answerNumberOf, type CriticalCall } from '../../fhir/laboratory.ts';
import { numberOf } from '../../fhir/numbers.ts';
import { Moment } from '../../parts/moment.tsx';
import { RecordTable } from '../../parts/record-table.tsx';
import { SaveButton } from '../../parts/save-button.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';

/** Answers told by telephone: what was said, and who took responsibility for it when. */
export function CriticalCalls(props: {
  readonly calls: readonly CriticalCall[];
  refresh(): void;
}): ReactNode {
  const { fhir } = useSession();
  const { criticalAnswers: t, common } = useTexts();
  return (
    <RecordTable
      name={t.list}
      titled
      rows={props.calls}
      columns={[
        { heading: common.number, names: true, cell: ({ call }) => numberOf(call) },
        { heading: t.answer, cell: ({ call }) => answerNumberOf(call) },
        {
          heading: t.said,
          cell: ({ call }) => <div className="written-text">{call.payload?.[0]?.contentString ?? ''}</div>,
        },
        { heading: t.called, cell: ({ call }) => <Moment at={call.sent} /> },
        {
          heading: t.acknowledgedBy,
          cell: ({ acknowledgements: [first] }) => first?.sender?.display ?? '–',
        },
        { heading: t.acknowledgedAt, cell: ({ acknowledgements: [first] }) => <Moment at={first?.sent} /> },
        {
          heading: t.action,
          cell: ({ call, acknowledgements }) => (
            <SaveButton
              label={t.acknowledgeOf(numberOf(call))}
              act="acknowledge critical answers"
              name={t.acknowledgeCall}
              done={acknowledgements.length > 0}
              save={async () => {
                const stored = await fhir.create<Communication>(acknowledgementOf(call));
                props.refresh();
                return { number: numberOf(stored) };
              }}
            >
              {t.acknowledge}
            </SaveButton>
          ),
        },
      ]}
    />
  );
}
