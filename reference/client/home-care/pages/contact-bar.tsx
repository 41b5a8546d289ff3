import { Alert, Button } from '@navikt/ds-react';
import { type ReactNode, useState } from 'react';
import { useHomeCare, useKnown } from '../home-care-context.tsx';
import { useClock, useTexts } from '../texts/texts.tsx';

const MINUTE = 60_000;

/** How the device stands with the server, and what waits: always there, so that nobody has to guess. */
export function ContactBar(): ReactNode {
  const homeCare = useHomeCare();
  const { device, entries, contact } = useKnown();
  const { contact: words, app } = useTexts();
  const clock = useClock();
  const [isTrying, setTrying] = useState(false);
  const author = device.signIn?.userName;
  const waiting = entries.filter(({ state }) => state === 'waiting');
  const own = waiting.filter((entry) => entry.author === author).length;
  const holds = device.signIn?.holds === true;
  const minutes = Math.round(device.clockBehind / MINUTE);
  const tryNow = async () => {
    setTrying(true);
    await homeCare.synchronise().finally(() => setTrying(false));
  };
  return (
    <section className="contact" aria-label={app.name}>
      <p role="status" className={`contact-state ${holds ? (contact?.is ?? 'trying') : 'signed-out'}`}>
        <strong>
          {contact === undefined
            ? words.trying
            : words[contact.is === 'in-touch' ? 'in-touch' : 'unreachable']}
        </strong>
        {' · '}
        <span className="waiting">{words.waiting(own)}</span>
      </p>
      <p className="since">
        {device.inTouchAt === undefined ? words.never : words.since(clock(device.inTouchAt))}
        <Button size="xsmall" variant="tertiary" loading={isTrying} onClick={() => void tryNow()}>
          {words.now}
        </Button>
      </p>
      {minutes !== 0 && <p>{words.clock(minutes)}</p>}
      {contact?.is === 'broken' && <Alert variant="error">{words.broken(contact.problem)}</Alert>}
      {waiting.length > own && <Alert variant="warning">{app.othersWaiting(waiting.length - own)}</Alert>}
      {!holds && (
        <Alert variant="warning">
          {words['signed-out']}
          <Button size="small" onClick={() => void homeCare.signIn()}>
            {app.signInAgain}
          </Button>
        </Alert>
      )}
    </section>
  );
}
