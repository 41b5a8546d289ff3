/** Simulated time, a whole number; what one tick means is the model's choice. */
export type Tick = number;

/** What an item that is not in the queue has for a handle. */
export const NOT_QUEUED = -1;

/** Among events of one tick, lower priorities come first; these are the ends of the scale. */
export const FIRST = -4096;
export const LAST = 4095;

/** A rank is priority and sequence in one number: 13 bits of the one, 40 of the other, exact in a double. */
const SEQUENCES = 2 ** 40;

/** The end of the chain of free handles. */
const NONE = -1;

/**
 * The events to come: a binary heap on typed arrays, ordered by (time, priority, sequence). Events of one tick and one
 * priority come in the order they were pushed. An item is known by its handle until it comes or is removed.
 */
export class EventQueue<Item> {
  /** When the event came that was taken last. */
  time: Tick = 0;
  /** By position in the heap. */
  private times = new Float64Array(64);
  private ranks = new Float64Array(64);
  private handles = new Int32Array(64);
  /** By handle: its position, or, where it is free, the next that is. */
  private positions = new Int32Array(64);
  private readonly items: (Item | undefined)[] = [];
  private free = NONE;
  private sequence = 0;
  private count = 0;

  get length(): number {
    return this.count;
  }

  /** When the next event comes; Infinity when there is none. */
  get nextTime(): Tick {
    return this.count === 0 ? Number.POSITIVE_INFINITY : at(this.times, 0);
  }

  timeOf(handle: number): Tick {
    return at(this.times, at(this.positions, handle));
  }

  push(time: Tick, priority: number, item: Item): number {
    let handle = this.free;
    if (handle === NONE) {
      handle = this.items.length;
      if (handle === this.positions.length) this.grow();
      this.items.push(item);
    } else {
      this.free = at(this.positions, handle);
      this.items[handle] = item;
    }
    this.rise(this.count++, time, this.rank(priority, this.sequence++), handle);
    return handle;
  }

  /** Takes the next event out. */
  pop(): Item | undefined {
    return this.popBefore(Number.POSITIVE_INFINITY);
  }

  /** Takes the next event out if it comes before a time; `time` then says when. */
  popBefore(end: Tick): Item | undefined {
    if (this.count === 0) return undefined;
    const time = at(this.times, 0);
    if (time >= end) return undefined;
    this.time = time;
    return this.remove(at(this.handles, 0));
  }

  /** Takes an event out that shall not come. */
  remove(handle: number): Item {
    const item = this.items[handle];
    if (item === undefined) throw new RangeError(`No event has the handle ${handle}.`);
    const last = --this.count;
    const hole = this.sink(at(this.positions, handle));
    this.rise(hole, at(this.times, last), at(this.ranks, last), at(this.handles, last));
    this.items[handle] = undefined;
    this.positions[handle] = this.free;
    this.free = handle;
    return item;
  }

  /** Where an event stands among those of its tick; the smaller comes first. */
  protected rank(priority: number, sequence: number): number {
    return priority * SEQUENCES + sequence;
  }

  /** Places an event at or above an empty position. */
  private rise(from: number, time: Tick, rank: number, handle: number): void {
    const { times, ranks } = this;
    let position = from;
    while (position > 0) {
      const parent = (position - 1) >> 1;
      const above = at(times, parent);
      if (above < time || (above === time && at(ranks, parent) < rank)) break;
      this.move(parent, position);
      position = parent;
    }
    this.place(position, time, rank, handle);
  }

  /** Lets an empty position sink to the bottom, each time past the earlier child (Wegener 1993). */
  private sink(from: number): number {
    const { times, ranks, count } = this;
    let position = from;
    for (let child = 2 * position + 1; child < count; child = 2 * position + 1) {
      const right = child + 1;
      if (right < count) {
        const one = at(times, child);
        const other = at(times, right);
        if (other < one || (other === one && at(ranks, right) < at(ranks, child))) child = right;
      }
      this.move(child, position);
      position = child;
    }
    return position;
  }

  private move(from: number, to: number): void {
    this.place(to, at(this.times, from), at(this.ranks, from), at(this.handles, from));
  }

  private place(position: number, time: Tick, rank: number, handle: number): void {
    this.times[position] = time;
    this.ranks[position] = rank;
    this.handles[position] = handle;
    this.positions[handle] = position;
  }

  private grow(): void {
    const size = 2 * this.times.length;
    this.times = resized(this.times, new Float64Array(size));
    this.ranks = resized(this.ranks, new Float64Array(size));
    this.handles = resized(this.handles, new Int32Array(size));
    this.positions = resized(this.positions, new Int32Array(size));
  }
}

/** An entry the heap's own invariants say is there. */
const at = (entries: Float64Array | Int32Array, position: number): number => entries[position] as number;

function resized<Entries extends Float64Array | Int32Array>(from: Entries, to: Entries): Entries {
  to.set(from);
  return to;
}
