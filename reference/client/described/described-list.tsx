import type { ObservationComponent, Reference, Resource, Task } from '@medplum/fhirtypes';
import type { ReactNode } from 'react';
import type { Stored } from '../fhir/fhir.ts';
import { numberBehind, numberOf } from '../fhir/numbers.ts';
import { unitsOf } from '../fhir/units.ts';
import { aboutTypes } from '../live/concerns.ts';
import { useLive } from '../live/use-live.ts';
import { Moment } from '../parts/moment.tsx';
import { PrintedLabel } from '../parts/printed-label.tsx';
import { type Column, RecordTable } from '../parts/record-table.tsx';
import { StudyPicture } from '../parts/study-picture.tsx';
import { useSession } from '../session/session.tsx';
import { type Language, useLanguage } from '../texts/language.tsx';
import type { ListDescription } from './description.ts';
import { valueAt } from './fill.ts';

export type Shown = Stored<Resource>;

/** The number by which people name a record: its first column's. */
export function numberIn(list: ListDescription, record: Shown): string {
  const [first] = list.columns;
  return first.as === 'number' && first.way !== 'id'
    ? numberBehind(valueAt(record, first.way) as { reference?: string })
    : numberOf(record);
}

/** 'Diagnos: M54.5; Nedsättning: 50 %' */
const rowsIn = (rows: Task['input'] = []): string =>
  rows.map(({ type, valueString = '' }) => `${type.text}: ${valueString}`).join('; ');

const componentsOf = (record: Shown): readonly ObservationComponent[] =>
  (record.resourceType === 'Observation' && record.component) || [];

/** Units as people write them, where charts write them otherwise. */
const UNIT_WORDS: Readonly<Record<string, string>> = { 'mm[Hg]': 'mmHg', Cel: '°C' };

/** 'Puls 124 /min; Temperatur 39,4 °C; Syrgas Ja' */
const valuesIn = (
  components: readonly ObservationComponent[],
  language: Language,
  common: { readonly yes: string; readonly no: string },
): string =>
  components
    .map(({ code, valueQuantity, valueBoolean, valueCodeableConcept }) => {
      const { value, code: unit = '' } = valueQuantity ?? {};
      if (value !== undefined)
        return `${code.text} ${value.toLocaleString(language)} ${UNIT_WORDS[unit] ?? unit}`;
      const said =
        valueBoolean === undefined ? valueCodeableConcept?.text : valueBoolean ? common.yes : common.no;
      return `${code.text} ${said ?? '–'}`;
    })
    .join('; ');

/** One list of records, by its description. */
export function DescribedList(props: {
  readonly list: ListDescription;
  readonly records: readonly Shown[];
  readonly titled?: true;
  /** Columns after the first, where the page knows more than the record tells. */
  readonly more?: readonly Column<Shown>[];
}): ReactNode {
  const { list, records, titled, more = [] } = props;
  const { language, texts } = useLanguage();
  const { common } = texts;
  const { fhir } = useSession();
  const units = useLive('units of the house', () => unitsOf(fhir), aboutTypes('Organization'));
  const unitName = ({ reference, display }: Reference = {}): string =>
    units.data?.find((unit) => unit.reference.reference === reference)?.name ?? display ?? '–';
  const [first, ...others] = list.columns.map(
    (column): Column<Shown> => ({
      heading: column.heading[language],
      cell: (record) => {
        const value = valueAt(record, column.way);
        if (column.as === 'number') {
          return column.way === 'id'
            ? numberIn(list, record)
            : numberBehind(value as { reference?: string } | undefined);
        }
        if (column.as === 'moment') return <Moment at={value as string | undefined} />;
        if (column.as === 'rows') return rowsIn(value as Task['input']);
        if (column.as === 'values') return valuesIn(componentsOf(record), language, common);
        if (column.as === 'unit') return unitName(value as Reference | undefined);
        if (column.as === 'label' && value !== undefined) return <PrintedLabel zpl={String(value)} />;
        if (column.as === 'study' && value !== undefined) return <StudyPicture uid={String(value)} />;
        const words = typeof column.as === 'object' ? column.as[String(value)]?.[language] : undefined;
        return words ?? (value === undefined ? '–' : String(value));
      },
    }),
  );
  return (
    <RecordTable
      name={list.name[language]}
      {...(titled ? { titled } : {})}
      rows={records}
      columns={[...(first === undefined ? [] : [{ ...first, names: true as const }]), ...more, ...others]}
    />
  );
}
