import { TextField } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { measurement } from '../../entries/facts.ts';
import type { Visit } from '../../kept/round.ts';
import { useTexts } from '../../texts/texts.tsx';
import { HomeForm } from './home-form.tsx';

/** What a blood pressure can be, in mmHg; outside it is a slip of the pen. Assumption. */
const LIMITS = { systolic: [50, 280], diastolic: [20, 180] } as const;
type Part = keyof typeof LIMITS;

export function MeasurementForm({ visit }: { readonly visit: Visit }): ReactNode {
  const { visit: words } = useTexts();
  const [wrong, setWrong] = useState<readonly Part[]>([]);
  const field = (part: Part): ReactNode => (
    <TextField
      name={part}
      label={words[part]}
      inputMode="numeric"
      error={wrong.includes(part) && words.outside(LIMITS[part][0], LIMITS[part][1])}
    />
  );
  return (
    <HomeForm
      visit={visit}
      kind="measurement"
      name={words.measure}
      read={async (fields) => {
        const pressure = { systolic: valueIn(fields, 'systolic'), diastolic: valueIn(fields, 'diastolic') };
        const { systolic, diastolic } = pressure;
        setWrong((['systolic', 'diastolic'] as const).filter((part) => pressure[part] === undefined));
        if (systolic === undefined || diastolic === undefined) return undefined;
        return {
          words: `${words.measure} ${systolic}/${diastolic}`,
          what: (stamp) => ({ makes: measurement(visit.person.reference, systolic, diastolic, stamp) }),
        };
      }}
    >
      {field('systolic')}
      {field('diastolic')}
    </HomeForm>
  );
}

function valueIn(fields: FormData, part: Part): number | undefined {
  const text = String(fields.get(part)).trim();
  const [low, high] = LIMITS[part];
  const value = Number(text);
  return /^\d+$/.test(text) && value >= low && value <= high ? value : undefined;
}
