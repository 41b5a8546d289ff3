import { BodyShort, Table } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/language.tsx';

export interface Column<Row> {
  readonly heading: string;
  /** The one that names the row for those who hear the table. */
  readonly names?: true;
  /** Left out where there is little room. */
  readonly wide?: true;
  cell(row: Row): ReactNode;
}

/** A table may be wider than the window; who has no mouse moves it by the arrow keys when it can be focused. */
const scrollsByKeyboard = (name: string) => ({ role: 'region', tabIndex: 0, 'aria-label': name });

/** A table of records; its name says what they are. */
export function RecordTable<Row extends { readonly id?: string }>(props: {
  readonly name: string;
  /** Shows the name above the table; for tables that share a panel. */
  readonly titled?: true;
  readonly columns: readonly Column<NoInfer<Row>>[];
  readonly rows: readonly Row[];
}): ReactNode {
  const { name, titled, columns, rows } = props;
  const { common } = useTexts();
  return (
    <div className="table-scroll" {...scrollsByKeyboard(common.table(name))}>
      <Table size="small" zebraStripes>
        <caption className={titled ? 'table-title' : 'sr-only'}>{name}</caption>
        <Table.Header>
          <Table.Row>
            {columns.map(({ heading, wide }) => (
              <Table.HeaderCell key={heading} scope="col" className={wide && 'wide-only'}>
                {heading}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row key={row.id}>
              {columns.map(({ heading, names, wide, cell }) =>
                names ? (
                  <Table.HeaderCell key={heading} scope="row" className={wide && 'wide-only'}>
                    {cell(row)}
                  </Table.HeaderCell>
                ) : (
                  <Table.DataCell key={heading} className={wide && 'wide-only'}>
                    {cell(row)}
                  </Table.DataCell>
                ),
              )}
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
      {rows.length === 0 && <BodyShort className="nothing">{common.nothing}</BodyShort>}
    </div>
  );
}
