import type { Bundle, Resource } from '@medplum/fhirtypes';
import { BodyShort, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { numberOf } from '../../fhir/numbers.ts';
import { textOf } from '../../fhir/plain-text.ts';
import { useLive } from '../../live/use-live.ts';
import { Page } from '../../parts/page.tsx';
import { Panel } from '../../parts/panel.tsx';
import { useSession } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';

/** A copy of everything in the record, as text to read and print. */
export function ExportPage(): ReactNode {
  const { id = '' } = useParams();
  const { fhir } = useSession();
  const { prints: t, resourceNames } = useTexts();
  const live = useLive(
    `export ${id}`,
    () => fhir.operate<Bundle>('GET', `Patient/${id}/$everything?_count=1000`),
    () => false,
  );
  return (
    <Page title={t.export}>
      <Panel name={t.content} live={live}>
        {({ entry }) =>
          (entry ?? [])
            .flatMap(({ resource }) => resource ?? [])
            .map((resource) => (
              <article key={`${resource.resourceType}/${resource.id}`} className="entry">
                <Heading level="3" size="xsmall">
                  {resourceNames[resource.resourceType as keyof typeof resourceNames] ??
                    resource.resourceType}{' '}
                  {numberOf(resource)}
                </Heading>
                {resource.resourceType === 'DocumentReference' && (
                  <div className="written-text">{textOf(resource)}</div>
                )}
                {linesOf(resource).map(([path, value]) => (
                  <BodyShort key={path} size="small" className="export-line">
                    <span className="export-path">{path}</span> {value}
                  </BodyShort>
                ))}
              </article>
            ))
        }
      </Panel>
    </Page>
  );
}

/** Every value of a resource with its way there, but for the machine's own: tags, profiles, encoded texts. */
function linesOf(value: unknown, path = ''): [path: string, value: string][] {
  if (typeof value !== 'object' || value === null) return [[path, String(value)]];
  return Object.entries(value as Resource)
    .filter(([field]) => !['meta', 'resourceType', 'id', 'data'].includes(field))
    .flatMap(([field, inner]) => {
      const step = Number.isNaN(Number(field)) ? field : String(Number(field) + 1);
      return linesOf(inner, path === '' ? step : `${path} › ${step}`);
    });
}
