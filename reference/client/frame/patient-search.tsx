import { Search } from '@navikt/ds-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { Refusal } from '../fhir/errors.ts';
import { findPerson } from '../fhir/people.ts';
import { Outcome } from '../parts/outcome.tsx';
import { useSave } from '../parts/use-save.ts';
import { useSession } from '../session/session.tsx';
import { useTexts } from '../texts/language.tsx';

/** From an identity number to the patient's page. */
export function PatientSearch(): ReactNode {
  const { fhir } = useSession();
  const { frame: t, common } = useTexts();
  const navigate = useNavigate();
  const [wanted, setWanted] = useState('');
  const finding = useSave();

  const find = (event: FormEvent): void => {
    event.preventDefault();
    finding.start(async () => {
      const person = await findPerson(fhir, wanted);
      if (person === undefined) throw new Refusal(404, common.nobodyFound);
      setWanted('');
      navigate(`/patient/${person.id}`);
      return { number: person.identityNumber };
    });
  };
  return (
    <search aria-label={t.findPatient} className="patient-search">
      <form onSubmit={find}>
        <Search
          size="small"
          variant="secondary"
          label={t.findPatientByNumber}
          placeholder={t.findPatientByNumber}
          value={wanted}
          onChange={setWanted}
          autoComplete="off"
        />
        {finding.state.status !== 'saved' && <Outcome of={finding.state} />}
      </form>
    </search>
  );
}
