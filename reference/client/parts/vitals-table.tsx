import type { Observation } from '@medplum/fhirtypes';
import { Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { VITAL_SIGNS } from '../../../domain/news2.ts';
import { numberOf } from '../fhir/numbers.ts';
import { diastolicOf, isPatientsOwn, measured, type VitalSign } from '../fhir/vital-signs.ts';
import { useLanguage } from '../texts/language.tsx';
import { Mistakes, standing } from './mistakes.tsx';
import { Moment } from './moment.tsx';
import { RecordTable } from './record-table.tsx';
import { Undo } from './undo.tsx';

/** Measurements, one set a row, with those of the patient's own marked. */
export function VitalsTable(props: { readonly panels: readonly Observation[]; undone(): void }): ReactNode {
  const { language, texts } = useLanguage();
  const { vitals: t, common, undo } = texts;
  const shown = (value: number | boolean | string | undefined): string => {
    if (value === undefined) return '–';
    if (typeof value === 'boolean') return value ? common.yes : common.no;
    return typeof value === 'number' ? value.toLocaleString(language) : value;
  };
  const signs = Object.entries(VITAL_SIGNS).map(([sign, names]) => ({
    heading: names[language],
    cell: (panel: Observation) => shown(measured(panel, sign as VitalSign)),
  }));
  return (
    <>
      <RecordTable
        name={t.list}
        rows={standing(props.panels)}
        columns={[
          { heading: common.number, names: true, cell: numberOf },
          { heading: t.measured, cell: ({ effectiveDateTime }) => <Moment at={effectiveDateTime} /> },
          ...signs,
          { heading: t.diastolic, cell: (panel) => shown(diastolicOf(panel)) },
          {
            heading: t.source,
            cell: (panel) =>
              isPatientsOwn(panel) ? (
                <Tag size="small" data-color="info">
                  {t.patientsOwn}
                </Tag>
              ) : (
                (panel.performer?.[0]?.display ?? t.staff)
              ),
          },
          {
            heading: undo.action,
            cell: (panel) => <Undo entry={panel} what={undo.entries.vitals} done={props.undone} />,
          },
        ]}
      />
      <Mistakes
        of={props.panels}
        what={undo.entries.vitals}
        words={(panel) => signs.map(({ heading, cell }) => `${heading} ${cell(panel)}`).join(', ')}
      />
    </>
  );
}
