import type { Specimen } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import { isMistake } from '../../../authority/mistakes.ts';
import { type OrderStory, specimenOf, testOf } from '../../fhir/laboratory.ts';
import { numberOf } from '../../fhir/numbers.ts';
import { Mistakes } from '../../parts/mistakes.tsx';
import { Moment } from '../../parts/moment.tsx';
import { RecordTable } from '../../parts/record-table.tsx';
import { SaveButton } from '../../parts/save-button.tsx';
import { Undo } from '../../parts/undo.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';

/** Orders with how far each has come. */
export function OrderTable(props: {
  readonly name: string;
  readonly stories: readonly OrderStory[];
  refresh(): void;
}): ReactNode {
  const { name, stories, refresh } = props;
  const { fhir } = useSession();
  const { orders: t, common, undo } = useTexts();
  return (
    <>
      <RecordTable
        name={name}
        titled
        rows={stories.filter(({ order }) => !isMistake(order))}
        columns={[
          { heading: common.number, names: true, cell: ({ order }) => numberOf(order) },
          { heading: t.test, cell: ({ order }) => testOf(order) },
          { heading: t.ordered, cell: ({ order }) => <Moment at={order.authoredOn} /> },
          { heading: t.orderer, wide: true, cell: ({ order }) => order.requester?.display ?? '–' },
          {
            heading: t.collected,
            cell: ({ specimens }) => <Moment at={specimens[0]?.collection?.collectedDateTime} />,
          },
          { heading: t.answers, cell: ({ reports }) => reports.length },
          {
            heading: t.action,
            cell: ({ order }) => (
              <SaveButton
                label={t.collectFor(numberOf(order))}
                act="collect specimens"
                save={async () => {
                  const stored = await fhir.create<Specimen>(specimenOf(order));
                  refresh();
                  return { number: numberOf(stored) };
                }}
              >
                {t.collect}
              </SaveButton>
            ),
          },
          {
            heading: undo.action,
            cell: ({ order, reports }) =>
              reports.length === 0 && <Undo entry={order} what={undo.entries.order} done={refresh} />,
          },
        ]}
      />
      <Mistakes of={stories.map(({ order }) => order)} what={undo.entries.order} words={testOf} />
    </>
  );
}
