import type { Encounter, Patient } from '@medplum/fhirtypes';
import { Alert, BodyShort, TextField } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { SYSTEMS } from '../../../domain/codes/systems.ts';
import { Refusal } from '../fhir/errors.ts';
import { numberOf } from '../fhir/numbers.ts';
import { findPerson, type Person } from '../fhir/people.ts';
import { FormCard } from '../parts/form-card.tsx';
import { Page } from '../parts/page.tsx';
import { useSession } from '../session/session.tsx';
import { useTexts } from '../texts/language.tsx';

/** The patient is at the desk: find the person, say why they came. */
export function RegisterArrival(): ReactNode {
  const { account, fhir } = useSession();
  const { arrival, common } = useTexts();
  const [person, setPerson] = useState<Person>();

  return (
    <Page title={arrival.name}>
      <FormCard
        name={arrival.find}
        submit={arrival.find}
        save={async (values) => {
          setPerson(undefined);
          const found = await findPerson(fhir, values.text('identityNumber'));
          if (found === undefined) throw new Refusal(404, common.nobodyFound);
          setPerson(found);
          return { number: found.identityNumber };
        }}
      >
        <TextField
          size="small"
          name="identityNumber"
          label={common.identityNumber}
          required
          autoComplete="off"
        />
      </FormCard>
      <FormCard
        name={arrival.unknown}
        submit={arrival.registerUnknown}
        act="register the unknown"
        save={async (values) => {
          const stored = await fhir.create<Patient>({
            resourceType: 'Patient',
            identifier: [
              { system: SYSTEMS.nationalReserveNumber, value: values.text('reserveNumber').trim() },
            ],
            active: true,
            name: [{ text: 'Okänd Person', family: 'Person', given: ['Okänd'] }],
            gender: 'unknown',
          });
          return { number: numberOf(stored) };
        }}
      >
        <TextField
          size="small"
          name="reserveNumber"
          label={arrival.reserveNumber}
          required
          autoComplete="off"
        />
      </FormCard>
      {person !== undefined && (
        <section className="panel" aria-label={arrival.person}>
          <BodyShort weight="semibold">{person.name}</BodyShort>
          <BodyShort>{person.identityNumber}</BodyShort>
          <BodyShort>{person.address}</BodyShort>
          {person.protectedIdentity && (
            <Alert variant="warning" size="small">
              {common.protectedIdentity}
            </Alert>
          )}
          <FormCard
            name={arrival.name}
            submit={arrival.name}
            act="register encounters"
            save={async (values) =>
              fhir
                .create<Encounter>({
                  resourceType: 'Encounter',
                  status: 'arrived',
                  class: {
                    system: SYSTEMS.actCode,
                    code: account.unit?.kind === 'emergency' ? 'EMER' : 'AMB',
                  },
                  subject: { reference: person.reference },
                  serviceProvider: { reference: account.unit?.reference, display: account.unit?.name },
                  reasonCode: [{ text: values.text('reason') }],
                  period: { start: new Date().toISOString() },
                })
                .then((encounter) => ({ number: numberOf(encounter) }))
            }
          >
            <TextField size="small" name="reason" label={arrival.reason} required autoComplete="off" />
          </FormCard>
          <Link to={`/patient/${person.id}`}>{common.openChart}</Link>
        </section>
      )}
    </Page>
  );
}
