import { Select } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import type { UnitKind } from '../../../domain/role.ts';
import { unitsOf } from '../fhir/units.ts';
import { aboutTypes } from '../live/concerns.ts';
import { useLive } from '../live/use-live.ts';
import { useSession } from '../session/session.tsx';

/** A choice among the units of one kind; the value is the unit's id. */
export function UnitSelect(props: {
  readonly kind?: UnitKind;
  readonly name: string;
  readonly label: string;
  readonly chosen?: string;
}): ReactNode {
  const { kind, name, label, chosen } = props;
  const { fhir } = useSession();
  const units = useLive(`units ${kind}`, () => unitsOf(fhir, kind), aboutTypes('Organization'));
  return (
    <Select
      size="small"
      name={name}
      label={label}
      key={`${chosen} ${units.data?.length}`}
      defaultValue={chosen}
    >
      {(units.data ?? []).map((unit) => (
        <option key={unit.id} value={unit.id}>
          {unit.name}
        </option>
      ))}
    </Select>
  );
}
