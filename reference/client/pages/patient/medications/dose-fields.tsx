import { Select, TextField } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../texts/language.tsx';
import { wordsOfHouse } from '../../../words.ts';

/** UCUM units that doses of any drug may be given in, beside the drugs' own. */
const UNITS = ['g', 'mg', 'ug', 'mL'];

export function DoseFields({ dose, unit }: { readonly dose?: number; readonly unit?: string }): ReactNode {
  const { medications: t } = useTexts();
  const units = new Set([...UNITS, ...wordsOfHouse().drugs.map((drug) => drug.unit)]);
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
        {[...units].map((symbol) => (
          <option key={symbol} value={symbol}>
            {symbol}
          </option>
        ))}
      </Select>
    </>
  );
}
