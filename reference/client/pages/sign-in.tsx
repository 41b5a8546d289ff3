import { Alert, BodyLong, Button, Detail, Heading } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { useGate } from '../session/session.tsx';
import { useTexts } from '../texts/language.tsx';

export function SignIn({ problem }: { readonly problem: string | undefined }): ReactNode {
  const { signIn } = useGate();
  const { signIn: t, frame } = useTexts();
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
      <Button onClick={signIn}>{t.signIn}</Button>
      <LanguageSwitch />
      <Detail textColor="subtle">{t.version(GENREP_VERSION)}</Detail>
    </main>
  );
}
