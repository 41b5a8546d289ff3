import type { Patient } from '@medplum/fhirtypes';
import { TextField } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { Refusal } from '../../fhir/errors.ts';
import type { Stored } from '../../fhir/fhir.ts';
import { findPerson, personFrom } from '../../fhir/people.ts';
import { aboutPatient } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { FormCard, type Values } from '../../parts/form-card.tsx';
import { Panel } from '../../parts/panel.tsx';
import { RecordTable } from '../../parts/record-table.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import type { TabProps } from './tabs.ts';

type Links = NonNullable<Patient['link']>;

/** Which records are of this person: somebody unknown who turned out to be, or turned out not to be. */
export function IdentityTab({ chart, live: chartLive }: TabProps): ReactNode {
  const { fhir } = useSession();
  const { identity: t, common } = useTexts();
  const { reference, joined } = chart.person;
  const live = useLive(
    `identity ${joined.join()}`,
    () => Promise.all(joined.map(async (other) => personFrom(await fhir.read<Patient>(other)))),
    aboutPatient(reference, 'Patient'),
  );

  const change = async (values: Values, isJoined: boolean): Promise<{ number: string }> => {
    const other = await findPerson(fhir, values.text('number'));
    if (other === undefined || other.reference === reference) throw new Refusal(404, common.nobodyFound);
    const between = [
      { of: other.reference, to: reference, type: 'replaced-by', active: !isJoined },
      { of: reference, to: other.reference, type: 'replaces', active: undefined },
    ] as const;
    for (const { of, to, type, active } of isJoined ? between : between.toReversed()) {
      const patient = await fhir.read<Stored<Patient>>(of);
      await fhir.update(withLink(patient, to, isJoined ? type : undefined, active));
    }
    chartLive.refresh();
    return { number: other.identityNumber };
  };

  return (
    <div className="stack">
      <div className="cards">
        <FormCard
          name={t.join}
          submit={t.joinNow}
          act="join and part records"
          save={(values) => change(values, true)}
        >
          <TextField size="small" name="number" label={t.reserveNumber} required autoComplete="off" />
        </FormCard>
        <FormCard
          name={t.part}
          submit={t.partNow}
          act="join and part records"
          save={(values) => change(values, false)}
        >
          <TextField size="small" name="number" label={t.reserveNumber} required autoComplete="off" />
        </FormCard>
      </div>
      <Panel name={t.list} live={live}>
        {(people) => (
          <RecordTable
            name={t.list}
            rows={people}
            columns={[
              { heading: t.reserveNumber, names: true, cell: ({ identityNumber }) => identityNumber },
              { heading: common.name, cell: ({ name }) => name },
            ]}
          />
        )}
      </Panel>
    </div>
  );
}

/** A person with a link of this type to another, or none. FHIR has no empty lists. */
function withLink(
  { link = [], ...patient }: Stored<Patient>,
  to: string,
  type: Links[number]['type'] | undefined,
  active: boolean | undefined,
): Stored<Patient> {
  const others = link.filter(({ other }) => other.reference !== to);
  const links = type === undefined ? others : [...others, { other: { reference: to }, type }];
  return {
    ...patient,
    ...(active === undefined ? {} : { active }),
    ...(links.length === 0 ? {} : { link: links }),
  };
}
