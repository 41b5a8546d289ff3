import { BodyLong, LinkCard } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMenu } from '../frame/menu.ts';
import { Page } from '../parts/page.tsx';
import { useSession } from '../session/session.tsx';
import { useTexts } from '../texts/language.tsx';

/** Where each role begins: its own work, one step away. */
export function Start(): ReactNode {
  const { account } = useSession();
  const { start: t } = useTexts();
  const menu = useMenu();
  return (
    <Page title={t.welcome(account.display)}>
      <BodyLong>{t.introduction}</BodyLong>
      <div className="cards">
        {menu
          .filter(({ path }) => path !== '/start')
          .map(({ path, name, help }) => (
            <LinkCard key={path}>
              <LinkCard.Title as="h2">
                <LinkCard.Anchor asChild>
                  <Link to={path}>{name}</Link>
                </LinkCard.Anchor>
              </LinkCard.Title>
              <LinkCard.Description>{help}</LinkCard.Description>
            </LinkCard>
          ))}
      </div>
    </Page>
  );
}
