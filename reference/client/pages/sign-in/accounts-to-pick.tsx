import { BodyShort, Button, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import type { DirectoryUnit } from '../../directory.ts';
import { useGate } from '../../session/session.tsx';
import { useTexts } from '../../texts/language.tsx';

/** Everybody who works somewhere, unit by unit and role by role: a button each, which leads on to the password. */
export function AccountsToPick({ units }: { readonly units: readonly DirectoryUnit[] }): ReactNode {
  const { signIn } = useGate();
  const { signIn: t, roleNames, shifts } = useTexts();
  return (
    <section aria-labelledby="staff">
      <Heading level="2" size="small" id="staff">
        {t.staff}
      </Heading>
      <BodyShort>{t.staffHelp}</BodyShort>
      <ul className="units">
        {units.map(({ key, name: unit, accounts }) => (
          <li key={key}>
            <Heading level="3" size="xsmall">
              {unit}
            </Heading>
            <ul className="accounts">
              {rolesOf(accounts).map((role) => (
                <li key={role}>
                  {roleNames[role]}
                  {accounts
                    .filter((account) => account.role === role)
                    .map(({ userName, name, shift }) => (
                      <Button
                        key={userName}
                        size="xsmall"
                        variant="tertiary"
                        title={userName}
                        aria-label={t.as(t.onShift(name, shifts[shift]), roleNames[role], unit)}
                        onClick={() => signIn(userName)}
                      >
                        {t.onShift(name, shifts[shift])}
                      </Button>
                    ))}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

const rolesOf = (accounts: DirectoryUnit['accounts']) => [...new Set(accounts.map(({ role }) => role))];
