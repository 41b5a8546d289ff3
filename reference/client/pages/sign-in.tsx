import { Alert, BodyLong, Button, Detail, Heading } from '@navikt/ds-react';
import { type ReactNode, useEffect, useState } from 'react';
import { type Directory, readDirectory } from '../directory.ts';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { useGate } from '../session/session.tsx';
import { useTexts } from '../texts/language.tsx';
import { AccountsToPick } from './sign-in/accounts-to-pick.tsx';
import { PeopleToPick } from './sign-in/people-to-pick.tsx';
import { Restore } from './sign-in/restore.tsx';

/** Where everybody begins: who one can be here, and the way in. */
export function SignIn({ problem }: { readonly problem: string | undefined }): ReactNode {
  const { signIn } = useGate();
  const { signIn: t, frame } = useTexts();
  const [directory, setDirectory] = useState<Directory>();
  const [reading, setReading] = useState(0);
  useEffect(() => {
    document.title = frame.product;
    readDirectory().then(setDirectory, () => setDirectory(undefined));
  }, [frame.product, reading]);
  return (
    <main className="sign-in">
      <Heading level="1" size="large">
        {frame.product}
      </Heading>
      <BodyLong>{t.introduction}</BodyLong>
      {problem !== undefined && (
        <Alert variant="error" size="small" role="alert">
          {t.failed(problem)}
        </Alert>
      )}
      <div className="sign-in-ways">
        <Button onClick={() => signIn()}>{t.signIn}</Button>
        <LanguageSwitch />
      </div>
      {directory !== undefined && (
        <>
          <AccountsToPick units={directory.units} />
          <PeopleToPick people={directory.people} />
          <Restore restored={() => setReading(reading + 1)} />
        </>
      )}
      <Detail textColor="subtle">{t.version(GENREP_VERSION)}</Detail>
    </main>
  );
}
