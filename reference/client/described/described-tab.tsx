import type { ReactNode } from 'react';
import type { Fhir } from '../fhir/fhir.ts';
import { aboutPatient } from '../live/concerns.ts';
import { useLive } from '../live/use-live.ts';
import { encounterOf } from '../pages/patient/chart.ts';
import type { TabProps } from '../pages/patient/tabs.ts';
import { Panel } from '../parts/panel.tsx';
import { useSession } from '../session/session.tsx';
import { useLanguage } from '../texts/language.tsx';
import { DescribedForm } from './described-form.tsx';
import { DescribedList, type Shown } from './described-list.tsx';
import { type ListDescription, type TabDescription, typeOf } from './description.ts';
import { filledText, type Scope } from './fill.ts';

/** All that a list shows. */
async function recordsOf(fhir: Fhir, { of }: ListDescription, scope: Scope): Promise<readonly Shown[]> {
  return (await fhir.search<Shown>(`${filledText(of, scope, encodeURIComponent)}&_count=100`)).matches;
}

/** A tab of the patient's page that is described by data: forms, and what they have made. */
export function DescribedTab({ tab, chart }: TabProps & { readonly tab: TabDescription }): ReactNode {
  const { fhir } = useSession();
  const { language } = useLanguage();
  const { reference: patient, name, identityNumber: identity } = chart.person;
  const about = { patient, name, identity, encounter: encounterOf(chart).encounter };
  const live = useLive(
    `${tab.path} ${patient}`,
    () => Promise.all(tab.lists.map((list) => recordsOf(fhir, list, about))),
    aboutPatient(patient, ...tab.lists.map(typeOf)),
  );
  return (
    <div className="stack">
      <div className="cards">
        {tab.forms.map((form) => (
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
            {tab.lists.map((list, at) => (
              <DescribedList key={list.name.sv} titled list={list} records={shown[at] ?? []} />
            ))}
          </div>
        )}
      </Panel>
    </div>
  );
}
