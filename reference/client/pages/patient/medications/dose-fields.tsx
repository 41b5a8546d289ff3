import { Select, TextField } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../texts/language.tsx';

/** UCUM units that doses are given in. */
const UNITS = ['g', 'mg', 'ug', 'mL'];

export function DoseFields({ dose, unit }: { readonly dose?: number; readonly unit?: string }): ReactNode {
  const { medications: t } = useTexts();
  return (
    <>
      <TextField
        size="small"
        name="dose"
        label={t.dose}
        defaultValue={dose?.toLocaleString('sv')}
        inputMode="decimal"
        pattern="[0-9]+([.,][0-9]+)?"
        required
        autoComplete="off"
      />
      <Select size="small" name="unit" label={t.unit} defaultValue={unit}>
        {UNITS.map((symbol) => (
          <option key={symbol} value={symbol}>
            {symbol}
          </option>
        ))}
      </Select>
    </>
  );
}
