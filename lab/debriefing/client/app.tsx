import { Alert, Button, Heading, Loader } from '@navikt/ds-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { Bilingual } from '../../../pages/bilingual.ts';
import type { Timeline } from '../timeline.ts';
import { readTimeline, SignedOut, signIn } from './api.ts';
import { Bookmarks } from './bookmarks.tsx';
import { AT_FIRST, type Choice } from './choice.ts';
import { Filters, PlaybackBar } from './controls.tsx';
import { useLanguage } from './language.tsx';
import { MomentList } from './moment-list.tsx';
import { SignIn } from './sign-in.tsx';
import { TEXTS } from './texts.ts';
import { TimelineChart } from './timeline-chart.tsx';
import { usePlayback } from './use-playback.ts';

/** What the page knows: nothing yet, that nobody has said who it is, the day, and what last went wrong. */
interface Known {
  readonly timeline?: Timeline;
  readonly isSignedOut?: true;
  readonly wrong?: Bilingual;
}

/** A lab's day on one line of time, to talk it over by. */
export function App(): ReactNode {
  const { say, turn } = useLanguage();
  const [{ timeline, isSignedOut, wrong }, setKnown] = useState<Known>({});
  const take = (reading: Promise<Timeline>, otherwise: Bilingual = TEXTS.failed): void => {
    reading.then(
      (read) => setKnown({ timeline: read }),
      (error: unknown) =>
        setKnown((known) =>
          error instanceof SignedOut ? { isSignedOut: true } : { ...known, wrong: otherwise },
        ),
    );
  };
  useEffect(() => take(readTimeline()), []);
  return (
    <>
      <header>
        <div>
          <p className="kicker">{say(TEXTS.kicker)}</p>
          <Heading level="1" size="large">
            {timeline?.title ?? say(TEXTS.debriefing)}
          </Heading>
        </div>
        <Button variant="secondary" size="small" onClick={turn}>
          {say(TEXTS.language)}
        </Button>
      </header>
      <main>
        {wrong !== undefined && <Alert variant="error">{say(wrong)}</Alert>}
        {timeline !== undefined ? (
          <Debriefing timeline={timeline} onChange={take} />
        ) : isSignedOut ? (
          <SignIn onCode={(code) => take(signIn(code), TEXTS.noSuchCode)} />
        ) : (
          wrong === undefined && <Loader title={say(TEXTS.reading)} />
        )}
      </main>
    </>
  );
}

interface Talking {
  readonly timeline: Timeline;
  readonly onChange: (changing: Promise<Timeline>) => void;
}

function Debriefing({ timeline, onChange }: Talking): ReactNode {
  const { say } = useLanguage();
  const [choice, choose] = useState<Choice>(AT_FIRST);
  const [isLarge, setLarge] = useState(false);
  useEffect(() => {
    document.documentElement.classList.toggle('large', isLarge);
  }, [isLarge]);
  const playback = usePlayback(timeline.from, timeline.to);
  const { at, go } = playback;
  const shown = { timeline, choice, at, onGo: go };
  return (
    <>
      <PlaybackBar timeline={timeline} playback={playback} />
      <Filters {...{ timeline, choice, isLarge }} onChoose={choose} onLarge={setLarge} />
      <section aria-labelledby="timeline-h">
        <Heading level="2" size="medium" id="timeline-h">
          {say(TEXTS.timeline)}
        </Heading>
        <TimelineChart {...shown} />
      </section>
      <div className="columns">
        <section aria-labelledby="happened-h">
          <Heading level="2" size="medium" id="happened-h">
            {say(TEXTS.happened)}
          </Heading>
          <MomentList {...shown} />
        </section>
        <section aria-labelledby="bookmarks-h">
          <Heading level="2" size="medium" id="bookmarks-h">
            {say(TEXTS.bookmarks)}
          </Heading>
          <Bookmarks {...shown} onChange={onChange} />
        </section>
      </div>
    </>
  );
}
