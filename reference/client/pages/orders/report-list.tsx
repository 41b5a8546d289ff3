import { BodyShort, Detail, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { type Report, testOf } from '../../fhir/laboratory.ts';
import { numberBehind, numberOf } from '../../fhir/numbers.ts';
import { Moment } from '../../parts/moment.tsx';
import { WrittenText } from '../../parts/written-text.tsx';
import { useTexts } from '../../texts/language.tsx';

/** Answers, each with its whole text as the laboratory wrote it. */
export function ReportList({ reports }: { readonly reports: readonly Report[] }): ReactNode {
  const { orders: t, common } = useTexts();
  return (
    <section aria-label={t.answers}>
      <Heading level="3" size="xsmall">
        {t.answers}
      </Heading>
      {reports.length === 0 && <BodyShort className="nothing">{t.noAnswers}</BodyShort>}
      {reports.map(({ id, report, text }) => {
        const name = t.answerTo(numberOf(report), numberBehind(report.basedOn?.[0]));
        return (
          <article key={id} className="entry" aria-label={name}>
            <Heading level="4" size="xsmall">
              {testOf(report)} · {name}
            </Heading>
            <Detail textColor="subtle">
              <Moment at={report.issued} />
            </Detail>
            <WrittenText name={common.textOf(name)}>{text}</WrittenText>
          </article>
        );
      })}
    </section>
  );
}
