import type { CodeableConcept, DocumentReference } from '@medplum/fhirtypes';
import { Textarea } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { SYSTEMS } from '../../../../domain/codes/systems.ts';
import { codeIn, concept } from '../../fhir/concepts.ts';
import { numberOf } from '../../fhir/numbers.ts';
import { recordsOf } from '../../fhir/people.ts';
import { attachmentOf } from '../../fhir/plain-text.ts';
import { aboutPatient } from '../../live/concerns.ts';
import { useLive } from '../../live/use-live.ts';
import { DocumentList } from '../../parts/document-list.tsx';
import { FormCard } from '../../parts/form-card.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { encounterOf } from './chart.ts';
import type { TabProps } from './tabs.ts';

const NOTE: CodeableConcept = { coding: [{ system: SYSTEMS.loinc, code: '34109-9', display: 'Note' }] };

/** The four lines of a spoken hand-over, in the Swedish order; names as they are written in the record. */
const SBAR = {
  situation: 'Situation',
  background: 'Bakgrund',
  assessment: 'Aktuellt',
  recommendation: 'Rekommendation',
};

/** Notes and hand-overs, latest first. */
export function JournalTab({ chart }: TabProps): ReactNode {
  const { fhir } = useSession();
  const { journal: t, common } = useTexts();
  const { reference } = chart.person;
  const records = recordsOf(chart.person);
  const live = useLive(
    `journal ${records}`,
    async () => {
      const { matches } = await fhir.search<DocumentReference>(
        `DocumentReference?subject=${records}&_sort=-date&_count=100`,
      );
      return matches.filter(({ type }) => !['letter', 'label'].includes(codeIn(SYSTEMS.genrep, type) ?? ''));
    },
    aboutPatient(reference, 'DocumentReference'),
  );
  const write = async (type: CodeableConcept, text: string): Promise<{ number: string }> => {
    const { encounter } = encounterOf(chart);
    const stored = await fhir.create<DocumentReference>({
      resourceType: 'DocumentReference',
      status: 'current',
      type,
      subject: { reference },
      date: new Date().toISOString(),
      content: [{ attachment: attachmentOf(text) }],
      ...(encounter === undefined ? {} : { context: { encounter: [encounter] } }),
    });
    live.refresh();
    return { number: numberOf(stored) };
  };

  return (
    <div className="stack">
      <div className="cards">
        <FormCard
          name={t.write}
          submit={common.save}
          act="write notes"
          save={(values) => write(NOTE, values.text('note'))}
        >
          <Textarea size="small" name="note" label={t.text} minRows={3} required />
        </FormCard>
        <FormCard
          name={t.handOver}
          submit={t.handOver}
          act="write notes"
          save={(values) =>
            write(
              concept('sbar', 'SBAR'),
              Object.entries(SBAR)
                .map(([field, line]) => `${line}: ${values.text(field)}`)
                .join('\n'),
            )
          }
        >
          {Object.entries(SBAR).map(([field, line]) => (
            <Textarea
              key={field}
              size="small"
              name={field}
              label={t.sbar[field as keyof typeof SBAR] ?? line}
              minRows={1}
              required
            />
          ))}
        </FormCard>
      </div>
      <Panel name={t.list} live={live}>
        {(documents) => <DocumentList documents={documents} undone={live.refresh} />}
      </Panel>
    </div>
  );
}
