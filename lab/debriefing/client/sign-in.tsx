import { Button, HStack, TextField } from '@navikt/ds-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useLanguage } from './language.tsx';
import { TEXTS } from './texts.ts';

/** By the facilitator's code or the observers', which may stand in the address. */
export function SignIn({ onCode }: { readonly onCode: (code: string) => void }): ReactNode {
  const { say } = useLanguage();
  const [code, setCode] = useState(location.hash.slice(1));
  const enter = (event: FormEvent): void => {
    event.preventDefault();
    onCode(code);
  };
  return (
    <form onSubmit={enter}>
      <HStack gap="space-16" align="end">
        <TextField
          label={say(TEXTS.code)}
          value={code}
          autoComplete="off"
          maxLength={20}
          onChange={({ target }) => setCode(target.value)}
        />
        <Button>{say(TEXTS.enter)}</Button>
      </HStack>
    </form>
  );
}
