import { BodyShort, Button, Table, Tag } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import type { Moment, Timeline } from '../timeline.ts';
import { type Choice, chosenMoments, seatText } from './choice.ts';
import { clockText } from './clock.ts';
import { useLanguage } from './language.tsx';
import { PictureOf } from './picture.tsx';
import { KINDS, TEXTS } from './texts.ts';

/** A list that a room can look at; what came before these is seen by going back. */
const MOST = 60;

const COLOURS = { plain: 'neutral', good: 'success', bad: 'warning', critical: 'danger' } as const;

interface Shown {
  readonly timeline: Timeline;
  readonly choice: Choice;
  readonly at: number;
  readonly onGo: (at: number) => void;
}

/** What has happened until the moment, the latest first. */
export function MomentList({ timeline, choice, at, onGo }: Shown): ReactNode {
  const { say } = useLanguage();
  const past = chosenMoments(timeline, choice)
    .filter((moment) => moment.at <= at)
    .slice(-MOST)
    .toReversed();
  if (past.length === 0) return <BodyShort>{say(TEXTS.nothing)}</BodyShort>;
  return (
    <div className="scrolls">
      <Table size="small">
        <Table.Header>
          <Table.Row>
            {[TEXTS.when, TEXTS.what, TEXTS.who].map((head) => (
              <Table.HeaderCell key={head.en} scope="col">
                {say(head)}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {past.map((moment) => (
            <Table.Row key={moment.id}>
              <Table.DataCell>
                <Button size="xsmall" variant="tertiary" onClick={() => onGo(moment.at)}>
                  {clockText(moment.dayTime)}
                  <span className="sr-only">, {say(TEXTS.goTo)}</span>
                </Button>
              </Table.DataCell>
              <Table.DataCell>
                <Tag data-color={COLOURS[moment.tone]} variant="outline" size="small">
                  {say(KINDS[moment.kind])}
                </Tag>{' '}
                {say(moment.text)}
                <Words moment={moment} />
                <PictureOf moment={moment} hidesNames={choice.hidesNames} />
              </Table.DataCell>
              <Table.DataCell>{say(seatText(timeline, moment.seat, choice))}</Table.DataCell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </div>
  );
}

/** What somebody wrote, or that it is forgotten. */
export function Words({ moment: { words } }: { readonly moment: Moment }): ReactNode {
  const { say } = useLanguage();
  if (words === undefined) return null;
  return <em className="words">{words === null ? say(TEXTS.forgotten) : `”${words}”`}</em>;
}
