import { expect, it } from 'vitest';
import { randomStream } from '../../domain/random.ts';
import { EventQueue, FIRST, LAST } from './event-queue.ts';

interface Planned {
  readonly time: number;
  readonly priority: number;
  readonly sequence: number;
}

const inOrder = (a: Planned, b: Planned): number =>
  a.time - b.time || a.priority - b.priority || a.sequence - b.sequence;

function popAll<Item>(queue: EventQueue<Item>): Item[] {
  const items: Item[] = [];
  for (let item = queue.pop(); item !== undefined; item = queue.pop()) items.push(item);
  return items;
}

it('orders by time, then priority, then sequence, as sorting does', () => {
  const { below } = randomStream(1, 'plan', 'queue');
  const queue = new EventQueue<Planned>();
  const planned = Array.from({ length: 5_000 }, (_, sequence) => {
    const priority = [FIRST, -1, 0, LAST][below(4)] ?? 0;
    const event = { time: below(50), priority, sequence };
    queue.push(event.time, event.priority, event);
    return event;
  });
  expect(popAll(queue)).toEqual(planned.toSorted(inOrder));
});

it('keeps the order when events are removed and others are added', () => {
  const { below, next } = randomStream(2, 'plan', 'queue');
  const queue = new EventQueue<Planned>();
  const pending = new Map<number, Planned>();
  for (let sequence = 0; sequence < 20_000; sequence++) {
    const event = { time: below(1_000), priority: below(3), sequence };
    pending.set(queue.push(event.time, event.priority, event), event);
    if (next() < 0.6) {
      const handles = [...pending.keys()].slice(0, 20);
      const handle = handles[below(handles.length)] ?? -1;
      expect(queue.timeOf(handle)).toBe(pending.get(handle)?.time);
      expect(queue.remove(handle)).toBe(pending.get(handle));
      pending.delete(handle);
    }
  }
  expect(queue.length).toBe(pending.size);
  expect(popAll(queue)).toEqual([...pending.values()].sort(inOrder));
});

it('says when the next event comes, and that there is none', () => {
  const queue = new EventQueue<string>();
  expect(queue.nextTime).toBe(Number.POSITIVE_INFINITY);
  expect(queue.pop()).toBeUndefined();
  const handle = queue.push(7, 0, 'a');
  expect(queue.nextTime).toBe(7);
  queue.remove(handle);
  expect(() => queue.remove(handle)).toThrow('No event has the handle');
});
