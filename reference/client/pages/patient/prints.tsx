import type { DocumentReference } from '@medplum/fhirtypes';
import { FilePdfIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import { codeIn, tokenOf } from '../../fhir/concepts.ts';
import { Refusal } from '../../fhir/errors.ts';
import { numberOf } from '../../fhir/numbers.ts';
import { aboutPatient } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { DocumentList } from '../../parts/document-list.tsx';
import { FormCard } from '../../parts/form-card.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import type { TabProps } from './tabs.ts';

const PRINTED = ['letter', 'label'] as const;

/** What is printed on paper about the patient, and the way to a copy of the record. */
export function PrintsTab({ chart }: TabProps): ReactNode {
  const { fhir } = useSession();
  const { prints: t, encounter } = useTexts();
  const { reference, id } = chart.person;
  const live = useLive(
    `prints ${reference}`,
    async () =>
      (
        await fhir.search<DocumentReference>(
          `DocumentReference?subject=${reference}&type=${PRINTED.map(tokenOf).join(',')}&_sort=-date&_count=50`,
        )
      ).matches.filter(({ type }) => PRINTED.some((kind) => kind === codeIn(SYSTEMS.genrep, type))),
    aboutPatient(reference, 'DocumentReference'),
  );
  const print = async (document: (typeof PRINTED)[number]): Promise<{ number: string }> => {
    const [latest] = chart.encounters;
    if (latest === undefined) throw new Refusal(409, encounter.noneOpen);
    const stored = await fhir.operate<DocumentReference>(
      'POST',
      `Encounter/${latest.id}/$print?document=${document}`,
    );
    live.refresh();
    return { number: numberOf(stored) };
  };

  return (
    <div className="stack">
      <div className="cards">
        {PRINTED.map((document) => (
          <FormCard
            key={document}
            name={t[document]}
            submit={t[document]}
            act="print documents"
            save={() => print(document)}
          />
        ))}
      </div>
      <Panel name={t.list} live={live}>
        {(documents) => <DocumentList documents={documents} />}
      </Panel>
      <Link to={`/patient/${id}/export`} className="with-icon">
        <FilePdfIcon aria-hidden /> {t.export}
      </Link>
    </div>
  );
}
