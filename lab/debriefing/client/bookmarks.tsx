import { BodyShort, Button, HStack, Select, TextField } from '@navikt/ds-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Timeline } from '../timeline.ts';
import { addBookmark, removeBookmark } from './api.ts';
import { type Choice, seatText } from './choice.ts';
import { clockText } from './clock.ts';
import { useLanguage } from './language.tsx';
import { Words } from './moment-list.tsx';
import { TEXTS } from './texts.ts';

interface Marking {
  readonly timeline: Timeline;
  readonly choice: Choice;
  readonly at: number;
  readonly onGo: (at: number) => void;
  /** Takes the timeline as it is after a change, or what went wrong. */
  readonly onChange: (changing: Promise<Timeline>) => void;
}

/** Moments to talk about: those that the facilitator set during the day, and those that are set now. */
export function Bookmarks({ timeline, choice, at, onGo, onChange }: Marking): ReactNode {
  const { say } = useLanguage();
  const [text, setText] = useState('');
  const [seat, setSeat] = useState('');
  const mark = (event: FormEvent): void => {
    event.preventDefault();
    onChange(addBookmark(at, seat, text));
    setText('');
  };
  const bookmarks = timeline.moments.filter(({ kind }) => kind === 'bookmark');
  return (
    <>
      {bookmarks.length === 0 && <BodyShort>{say(TEXTS.noBookmarks)}</BodyShort>}
      <ul className="bookmarks">
        {bookmarks.map((moment) => (
          <li key={moment.id}>
            <Button size="small" variant="tertiary" onClick={() => onGo(moment.at)}>
              {clockText(moment.dayTime)} {say(moment.text)}
            </Button>
            <span>{say(seatText(timeline, moment.seat, choice))}</span> <Words moment={moment} />
            {moment.bookmark !== undefined && (
              <Button
                size="small"
                variant="tertiary"
                data-color="danger"
                onClick={() => onChange(removeBookmark(moment.bookmark ?? ''))}
              >
                {say(TEXTS.remove)}
                <span className="sr-only">: {say(moment.text)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <form onSubmit={mark}>
        <HStack gap="space-16" align="end">
          <TextField
            label={say(TEXTS.why)}
            value={text}
            maxLength={300}
            onChange={({ target }) => setText(target.value)}
          />
          <Select label={say(TEXTS.about)} value={seat} onChange={({ target }) => setSeat(target.value)}>
            <option value="">{say(TEXTS.everybody)}</option>
            {timeline.seats.map(({ id }) => (
              <option key={id} value={id}>
                {say(seatText(timeline, id, choice))}
              </option>
            ))}
          </Select>
          <Button variant="secondary">{say(TEXTS.mark)}</Button>
        </HStack>
      </form>
    </>
  );
}
