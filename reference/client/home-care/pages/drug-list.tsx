import type { MedicationRequest } from '@medplum/fhirtypes';
import { Alert, Button, Heading } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { doseOf, drugOf, quantityText } from '../../fhir/medication.ts';
import { dose } from '../entries/facts.ts';
import { type Given, givenAlready } from '../entries/given-already.ts';
import { useHomeCare, useKnown } from '../home-care-context.tsx';
import { rightNow } from '../kept/device.ts';
import type { Visit } from '../kept/round.ts';
import { useAge, useClock, useTexts } from '../texts/texts.tsx';

/** The patient's drugs, with how old the list is; a dose is given from it. */
export function DrugList({ visit }: { readonly visit: Visit }): ReactNode {
  const { visit: words } = useTexts();
  const { device } = useKnown();
  const clock = useClock();
  const age = useAge();
  const old = Date.parse(rightNow(device, Date.now())) - Date.parse(visit.asOf);
  return (
    <section aria-labelledby="drugs">
      <Heading level="2" size="small" id="drugs">
        {words.drugs}
      </Heading>
      <p className="list-age">{words.asOf(clock(visit.asOf), age(old))}</p>
      {visit.stopped.map((request) => (
        <Alert key={request.id} variant="error" size="small">
          {words.stopped(lineOf(request))}
        </Alert>
      ))}
      {visit.drugs.length === 0 && <p>{words.noDrugs}</p>}
      <ul className="drugs">
        {visit.drugs.map((request) => (
          <li key={request.id} data-request={request.id}>
            <DrugLine visit={visit} request={request} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const lineOf = (request: MedicationRequest): string => `${drugOf(request)} ${quantityText(doseOf(request))}`;

function DrugLine({
  visit,
  request,
}: {
  readonly visit: Visit;
  readonly request: MedicationRequest;
}): ReactNode {
  const homeCare = useHomeCare();
  const { device, entries } = useKnown();
  const { visit: words } = useTexts();
  const clock = useClock();
  const [asked, setAsked] = useState<Given>();
  const [isLooking, setLooking] = useState(false);
  const byDelegation = device.signIn?.account.role === 'assistant-nurse';
  const mayGive = !byDelegation || visit.delegations.some((each) => isTo(each, device.signIn?.account.hsaId));
  const earlier = givenAlready(request, visit, entries, rightNow(device, Date.now()));

  const give = async () => {
    setAsked(undefined);
    await homeCare.write(visit, {
      kind: 'dose',
      words: lineOf(request),
      what: (stamp) => ({ makes: dose(request, byDelegation, stamp) }),
    });
  };
  /** What has happened since is told before the dose, where there is anybody to ask. */
  const look = async () => {
    setLooking(true);
    await homeCare.synchronise().finally(() => setLooking(false));
    const { visits, entries: now, device: as } = homeCare.known;
    const current = visits.find(({ id }) => id === visit.id) ?? visit;
    const still = current.drugs.find(({ id }) => id === request.id);
    if (still === undefined) return;
    const given = givenAlready(still, current, now, rightNow(as, Date.now()));
    if (given === undefined) await give();
    else setAsked(given);
  };
  return (
    <>
      <p>
        <strong>{lineOf(request)}</strong> {request.dosageInstruction?.[0]?.text}
      </p>
      {earlier !== undefined && (
        <p>
          {earlier.by === undefined
            ? words.givenHere(clock(earlier.at))
            : words.givenAt(clock(earlier.at), earlier.by)}
        </p>
      )}
      {!mayGive && <p>{words.noDelegation}</p>}
      {asked === undefined ? (
        <Button
          size="small"
          variant="secondary"
          disabled={!mayGive}
          loading={isLooking}
          aria-label={words.giveOf(lineOf(request))}
          onClick={() => void look()}
        >
          {words.give}
        </Button>
      ) : (
        <Alert variant="error" size="small">
          {words.alreadyGiven(clock(asked.at), asked.by ?? '–')}
          <div className="choices">
            <Button size="small" onClick={() => setAsked(undefined)}>
              {words.leave}
            </Button>
            <Button size="small" variant="secondary" onClick={() => void give()}>
              {words.giveAnyway}
            </Button>
          </div>
        </Alert>
      )}
    </>
  );
}

const isTo = ({ requester }: Visit['delegations'][number], hsaId: string | undefined): boolean =>
  hsaId !== undefined && requester?.identifier?.value === hsaId;
