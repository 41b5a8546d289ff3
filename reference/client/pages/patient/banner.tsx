import { ShieldLockFillIcon } from '@navikt/aksel-icons';
import { Alert, Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { numberBehind } from '../../fhir/numbers.ts';
import { ageOf } from '../../fhir/people.ts';
import type { Live } from '../../live/use-live.ts';
import { standing } from '../../parts/mistakes.tsx';
import { Moment } from '../../parts/moment.tsx';
import { Panel } from '../../parts/panel.tsx';
import { TriageTag } from '../../parts/triage-tag.tsx';
import { useTexts } from '../../texts/language.tsx';
import { bedOf, type Chart, openEncounters, triageOf, unitNameOf } from './chart.ts';

/** Who the patient is and what everybody must know before doing anything. */
export function Banner({ live }: { readonly live: Live<Chart> }): ReactNode {
  const { banner, common, sexes } = useTexts();
  return (
    <div className="banner">
      <Panel name={banner.name} live={live}>
        {(chart) => {
          const { person, beds, units } = chart;
          const allergies = standing(chart.allergies);
          const earlyWarnings = standing(chart.earlyWarnings);
          const [encounter] = openEncounters(chart);
          return (
            <>
              <dl className="facts">
                <Fact term={common.name}>
                  <strong>{person.name}</strong>
                  {person.protectedIdentity && (
                    <Tag size="small" data-color="danger" icon={<ShieldLockFillIcon aria-hidden />}>
                      {common.protectedIdentity}
                    </Tag>
                  )}
                </Fact>
                {person.died !== undefined && (
                  <Fact term={banner.died}>
                    <Moment at={person.died} />
                  </Fact>
                )}
                <Fact term={common.identityNumber}>{person.identityNumber}</Fact>
                <Fact term={banner.age}>
                  {banner.years(ageOf(person, new Date()))}, {sexes[person.sex]}
                </Fact>
                <Fact term={banner.address}>{person.address || '–'}</Fact>
                <Fact term={banner.unit}>
                  {encounter === undefined ? '–' : (bedOf(encounter, beds) ?? unitNameOf(encounter, units))}
                </Fact>
                <Fact term={banner.triage}>
                  <TriageTag colour={encounter && triageOf(encounter)} />
                </Fact>
                <Fact term={banner.allergies}>
                  {allergies.length === 0
                    ? banner.noAllergies
                    : allergies.map(({ id, code }) => (
                        <Tag key={id} size="small" data-color="danger" variant="strong">
                          {code?.text ?? code?.coding?.[0]?.display}
                        </Tag>
                      ))}
                </Fact>
              </dl>
              {earlyWarnings.map(({ id, detail, severity, implicated }) => (
                <Alert
                  key={id}
                  size="small"
                  role="alert"
                  aria-label={banner.warningAfter(numberBehind(implicated?.[0]))}
                  variant={severity === 'high' ? 'error' : 'warning'}
                >
                  <strong>{detail}</strong> {banner.measurement(numberBehind(implicated?.[0]))}
                </Alert>
              ))}
            </>
          );
        }}
      </Panel>
    </div>
  );
}

const Fact = ({ term, children }: { readonly term: string; readonly children: ReactNode }): ReactNode => (
  <div className="fact">
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
