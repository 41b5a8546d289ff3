import { Button, Checkbox, CheckboxGroup, HStack, Label, Select, Switch } from '@navikt/ds-react';
import { type ReactNode, useId } from 'react';
import { dayTimeAt } from '../day-time.ts';
import { MOMENT_KINDS, type MomentKind, type Named, type Timeline } from '../timeline.ts';
import { type Choice, seatText } from './choice.ts';
import { clockText } from './clock.ts';
import { useLanguage } from './language.tsx';
import { KINDS, MARKS, TEXTS } from './texts.ts';
import type { Playback } from './use-playback.ts';

const SPEEDS = [1, 2, 5, 10, 30, 60, 120, 300, 600];

/** Plays the day at some speed, and goes to any moment of it. */
export function PlaybackBar({
  timeline,
  playback,
}: {
  readonly timeline: Timeline;
  readonly playback: Playback;
}): ReactNode {
  const { say } = useLanguage();
  const id = useId();
  const { at, isPlaying, play, pause, speed, setSpeed, go } = playback;
  const clock = clockText(dayTimeAt(timeline, at));
  return (
    <HStack gap="space-16" align="end" className="playback">
      <span className="clock">{clock}</span>
      <Button onClick={isPlaying ? pause : play}>{say(isPlaying ? TEXTS.pause : TEXTS.play)}</Button>
      <Select
        label={say(TEXTS.speed)}
        value={String(speed)}
        onChange={({ target }) => setSpeed(Number(target.value))}
      >
        {SPEEDS.map((each) => (
          <option key={each} value={each}>
            {each} {say(TEXTS.times)}
          </option>
        ))}
      </Select>
      <div className="position">
        <Label htmlFor={id}>{say(TEXTS.position)}</Label>
        <input
          id={id}
          type="range"
          min={timeline.from}
          max={timeline.to}
          step={1000}
          value={at}
          aria-valuetext={clock}
          onChange={({ target }) => go(Number(target.value))}
        />
      </div>
    </HStack>
  );
}

interface Choosing {
  readonly timeline: Timeline;
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
  readonly isLarge: boolean;
  readonly onLarge: (isLarge: boolean) => void;
}

/** Whose day, which patient's, which hand-over's; which kinds of thing; and what a room should not see. */
export function Filters({ timeline, choice, onChoose, isLarge, onLarge }: Choosing): ReactNode {
  const { say } = useLanguage();
  const { seats, visits, handOvers } = timeline;
  const pick = (key: 'seat' | 'visit' | 'handOver', label: string, from: readonly Named[]): ReactNode => (
    <Select
      label={label}
      value={choice[key]}
      onChange={({ target }) => onChoose({ ...choice, [key]: target.value })}
    >
      <option value="">{say(TEXTS.all)}</option>
      {from.map(({ id, text }) => (
        <option key={id} value={id}>
          {say(text)}
        </option>
      ))}
    </Select>
  );
  return (
    <>
      <HStack gap="space-16" align="end" className="filters">
        {pick(
          'seat',
          say(TEXTS.person),
          seats.map(({ id }) => ({ id, text: seatText(timeline, id, choice) })),
        )}
        {pick('visit', say(TEXTS.patient), visits)}
        {pick('handOver', say(TEXTS.handOver), handOvers)}
        <Switch
          checked={choice.hidesNames}
          onChange={({ target }) => onChoose({ ...choice, hidesNames: target.checked })}
        >
          {say(TEXTS.hideNames)}
        </Switch>
        <Switch checked={isLarge} onChange={({ target }) => onLarge(target.checked)}>
          {say(TEXTS.large)}
        </Switch>
      </HStack>
      <CheckboxGroup
        legend={say(TEXTS.kinds)}
        size="small"
        value={[...choice.kinds]}
        onChange={(kinds: MomentKind[]) => onChoose({ ...choice, kinds })}
      >
        <HStack gap="space-16">
          {MOMENT_KINDS.map((kind) => (
            <Checkbox key={kind} value={kind}>
              {say(KINDS[kind])} <span aria-hidden="true">{MARKS[kind]}</span>
            </Checkbox>
          ))}
        </HStack>
      </CheckboxGroup>
    </>
  );
}
