import { Select } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import type { UnitKind } from '../../../domain/role.ts';
import { unitsOf } from '../fhir/units.ts';
import { aboutTypes } from '../live/concerns.ts';
import { useLive } from '../live/use-live.ts';
import { useSession } from '../session/session.tsx';

/** A choice among the units of one kind; the value is the unit's id. Until the units are there, the form cannot be sent. */
export function UnitSelect(props: {
  readonly kind?: UnitKind;
  readonly name: string;
  readonly label: string;
  readonly chosen?: string;
  /** The kommun that the patient lives in: 'Mark'. */
  readonly municipality?: string;
}): ReactNode {
  const { kind, name, label, chosen, municipality = '' } = props;
  const { account, fhir } = useSession();
  const units = useLive(`units ${kind}`, () => unitsOf(fhir, kind), aboutTypes('Organization'));
  const own = units.data?.find(({ reference }) => reference.reference === account.unit?.reference);
  const theirs = units.data?.find(({ name: unit }) => municipality !== '' && unit.startsWith(municipality));
  const first = chosen ?? own?.id ?? theirs?.id;
  return (
    <Select
      size="small"
      name={name}
      label={label}
      key={`${first} ${units.data?.length}`}
      defaultValue={first}
      required
    >
      {(units.data ?? []).map((unit) => (
        <option key={unit.id} value={unit.id}>
          {unit.name}
        </option>
      ))}
    </Select>
  );
}
