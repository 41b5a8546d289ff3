import type { ReactNode } from 'react';
import type { Fhir } from '../fhir/fhir.ts';
import type { Person } from '../fhir/people.ts';
import { aboutPatient } from '../live/concerns.ts';
import { useLive } from '../live/use-live.ts';
import { encounterOf } from '../pages/patient/chart.ts';
import type { TabProps } from '../pages/patient/tabs.ts';
import { HeightCurve } from '../parts/height-curve.tsx';
import { Panel } from '../parts/panel.tsx';
import { useSession } from '../session/session.tsx';
import { useLanguage } from '../texts/language.tsx';
import { DescribedForm } from './described-form.tsx';
import { DescribedList, type Shown } from './described-list.tsx';
import { type FormDescription, type ListDescription, type TabDescription, typeOf } from './description.ts';
import { filledText, type Scope } from './fill.ts';

/** All that a list shows. */
async function recordsOf(fhir: Fhir, { of }: ListDescription, scope: Scope): Promise<readonly Shown[]> {
  return (await fhir.search<Shown>(`${filledText(of, scope, encodeURIComponent)}&_count=100`)).matches;
}

/** A tab of the patient's page that is described by data. */
export function DescribedTab({ tab, chart }: TabProps & { readonly tab: TabDescription }): ReactNode {
  const { reference: patient, name, identityNumber: identity } = chart.person;
  return (
    <DescribedLists
      tab={tab}
      about={{ patient, name, identity, encounter: encounterOf(chart).encounter }}
      person={chart.person}
    />
  );
}

/** Forms, and what they have made, of one patient. */
export function DescribedLists({
  tab,
  about,
  person,
}: {
  readonly tab: TabDescription;
  readonly about: Scope & { readonly patient: string };
  /** Whose it is, for a tab with a picture. */
  readonly person?: Person;
}): ReactNode {
  const { account, fhir } = useSession();
  const { language } = useLanguage();
  const live = useLive(
    `${tab.path} ${about.patient}`,
    () => Promise.all(tab.lists.map((list) => recordsOf(fhir, list, about))),
    aboutPatient(about.patient, ...tab.lists.map(typeOf)),
  );
  const isOffered = ({ at }: FormDescription): boolean =>
    at === undefined || at.some((kind) => kind === account.unit?.kind);
  return (
    <div className="stack">
      <div className="cards">
        {tab.forms.filter(isOffered).map((form) => (
          <DescribedForm
            key={form.name.sv}
            form={form}
            list={tab.lists[0]}
            records={live.data?.[0] ?? []}
            about={about}
            saved={live.refresh}
          />
        ))}
      </div>
      <Panel name={tab.name[language]} live={live}>
        {(shown) => (
          <div className="stack">
            {tab.picture !== undefined && person !== undefined && (
              <HeightCurve person={person} heights={shown[0] ?? []} />
            )}
            {tab.lists.map((list, at) => (
              <DescribedList key={list.name.sv} titled list={list} records={shown[at] ?? []} />
            ))}
          </div>
        )}
      </Panel>
    </div>
  );
}
