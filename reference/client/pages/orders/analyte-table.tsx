import { Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { type Analyte, analytesIn, whereIn } from '../../fhir/analytes.ts';
import type { Report } from '../../fhir/laboratory.ts';
import type { Person } from '../../fhir/people.ts';
import { Moment } from '../../parts/moment.tsx';
import { RecordTable } from '../../parts/record-table.tsx';
import { Trend } from '../../parts/trend.tsx';
import { useLanguage } from '../../texts/language.tsx';

/** What was measured: latest value with its unit, what is usual, and how it has been. */
export function AnalyteTable(props: {
  readonly reports: readonly Report[];
  /** Where it is known, for intervals that differ. */
  readonly sex?: Person['sex'];
}): ReactNode {
  const { language, texts } = useLanguage();
  const { analytes: t } = texts;
  const rows = analytesIn(props.reports, props.sex);
  if (rows.length === 0) return null;
  const shown = (value: number): string => value.toLocaleString(language);
  const usual = ({ interval: { low, high } = {} }: Analyte): string => {
    if (low !== undefined && high !== undefined) return `${shown(low)}–${shown(high)}`;
    if (high !== undefined) return `≤ ${shown(high)}`;
    return low === undefined ? '–' : `≥ ${shown(low)}`;
  };
  const latest = ({ values }: Analyte) => values.at(-1) ?? { value: 0, at: '' };
  return (
    <RecordTable
      name={t.name}
      titled
      rows={rows}
      columns={[
        { heading: t.analyte, names: true, cell: ({ name }) => name },
        {
          heading: t.latest,
          cell: (row) => (
            <>
              {shown(latest(row).value)} {row.unit} <Place of={whereIn(latest(row).value, row.interval)} />
            </>
          ),
        },
        { heading: t.interval, cell: usual },
        { heading: t.at, cell: (row) => <Moment at={latest(row).at} /> },
        {
          heading: t.trend,
          cell: (row) => (
            <Trend
              analyte={row}
              label={t.trendOf(row.name, row.values.map(({ value }) => shown(value)).join(', '), row.unit)}
            />
          ),
        },
      ]}
    />
  );
}

function Place({ of }: { readonly of: ReturnType<typeof whereIn> }): ReactNode {
  const { texts } = useLanguage();
  if (of === undefined || of === 'within') return null;
  return (
    <Tag size="small" data-color="warning">
      {texts.analytes[of]}
    </Tag>
  );
}
