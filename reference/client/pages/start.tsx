import { BodyLong, LinkCard } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { menuOf } from '../frame/menu.ts';
import { Page } from '../parts/page.tsx';
import { useSession } from '../session/session.tsx';
import { useTexts } from '../texts/language.tsx';

/** Where each role begins: its own work, one step away. */
export function Start(): ReactNode {
  const { account } = useSession();
  const { start: t, menu, menuHelp } = useTexts();
  return (
    <Page title={t.welcome(account.display)}>
      <BodyLong>{t.introduction}</BodyLong>
      <div className="cards">
        {menuOf(account)
          .filter(({ path }) => path !== '/start')
          .map(({ path, text }) => (
            <LinkCard key={path}>
              <LinkCard.Title as="h2">
                <LinkCard.Anchor asChild>
                  <Link to={path}>{menu[text]}</Link>
                </LinkCard.Anchor>
              </LinkCard.Title>
              <LinkCard.Description>{menuHelp[text]}</LinkCard.Description>
            </LinkCard>
          ))}
      </div>
    </Page>
  );
}
