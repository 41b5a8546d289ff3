import { BodyShort, Button, Heading } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { restoreSavedState } from '../../directory.ts';
import { useTexts } from '../../texts/language.tsx';

/** Back to how it was when the environment began: what people have written since is gone, so it is asked for twice. */
export function Restore({ restored }: { restored(): void }): ReactNode {
  const { signIn: t } = useTexts();
  const [state, setState] = useState<'idle' | 'asking' | 'done' | 'nothing' | 'failed'>('idle');
  const restore = (): void => {
    restoreSavedState().then(
      (isDone) => {
        setState(isDone ? 'done' : 'nothing');
        if (isDone) restored();
      },
      () => setState('failed'),
    );
  };
  return (
    <section aria-labelledby="restore">
      <Heading level="2" size="small" id="restore">
        {t.restore}
      </Heading>
      <BodyShort>{t.restoreHelp}</BodyShort>
      {state === 'asking' ? (
        <div className="sign-in-ways">
          <Button size="small" onClick={restore}>
            {t.restoreYes}
          </Button>
          <Button size="small" variant="secondary" onClick={() => setState('idle')}>
            {t.restoreNo}
          </Button>
        </div>
      ) : (
        <Button size="small" variant="secondary" onClick={() => setState('asking')}>
          {t.restore}
        </Button>
      )}
      <p role="status">
        {state === 'done' && t.restoreDone}
        {state === 'nothing' && t.restoreNothing}
        {state === 'failed' && t.restoreFailed}
      </p>
    </section>
  );
}
