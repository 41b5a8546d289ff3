import { InternalHeader, Spacer } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { Link, NavLink } from 'react-router';
import { OfferedToRole } from '../parts/offered.tsx';
import { useSession } from '../session/session.tsx';
import { useTexts } from '../texts/language.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { searchesPatients, useMenu } from './menu.ts';
import { PatientSearch } from './patient-search.tsx';

/** What stands around every page: who is signed in and where, the menu, and the way to a patient. */
export function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  const { account, signOut } = useSession();
  const { frame: t } = useTexts();
  const menu = useMenu();
  return (
    <>
      <a className="skip-link" href="#content">
        {t.skip}
      </a>
      <InternalHeader>
        <InternalHeader.Title as={Link} to="/">
          {t.product}
        </InternalHeader.Title>
        <Spacer />
        <InternalHeader.User name={account.display} />
        <InternalHeader.Button onClick={signOut}>{t.signOut}</InternalHeader.Button>
      </InternalHeader>
      <div className="bar">
        <nav aria-label={t.menu}>
          <ul className="menu">
            {menu.map(({ path, name }) => (
              <li key={path}>
                <NavLink to={path}>{name}</NavLink>
              </li>
            ))}
          </ul>
        </nav>
        {searchesPatients(account) && <PatientSearch />}
        <section aria-label={t.language}>
          <LanguageSwitch />
        </section>
      </div>
      <main id="content" tabIndex={-1}>
        <OfferedToRole>{children}</OfferedToRole>
      </main>
    </>
  );
}
