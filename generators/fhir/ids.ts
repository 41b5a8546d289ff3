import type { Fact } from '../history/facts.ts';
import { type Fragment, type Utf8Writer, utf8, utf8InPassing, type Written } from '../output/utf8-writer.ts';

/** Ids of one person's resources: '000042-hypertoni-3' (a contact), '000042-hypertoni-3-0' (written in it), '000042-vh-1'. */
export class Ids {
  readonly #modules: readonly Fragment[];
  #person: Fragment = NOTHING;

  /** `slugs`: the modules' ids as FHIR can bear them. */
  constructor(slugs: readonly string[]) {
    this.#modules = slugs.map((slug) => utf8(`-${slug}-`));
  }

  /** Begins the ids of a person, by key: 'p-000042'. */
  of(key: string): this {
    this.#person = utf8InPassing(key.slice(2));
    return this;
  }

  fact({ kind, module, entry, place }: Fact): Id {
    return new Id(
      this.#person,
      this.#modules[module] ?? NOTHING,
      entry,
      kind === 'contact' ? NOTHING : numbered(place),
    );
  }

  guardian(n: number): Id {
    return new Id(this.#person, GUARDIAN, n);
  }
}

export class Id implements Written {
  readonly #person: Fragment;
  readonly #module: Fragment;
  readonly #entry: number;
  readonly #place: Fragment;
  readonly #suffix: Fragment;

  constructor(person: Fragment, module: Fragment, entry: number, place = NOTHING, suffix = NOTHING) {
    this.#person = person;
    this.#module = module;
    this.#entry = entry;
    this.#place = place;
    this.#suffix = suffix;
  }

  /** The id of what belongs to this. */
  with(suffix: Fragment): Id {
    return new Id(this.#person, this.#module, this.#entry, this.#place, suffix);
  }

  writeTo(out: Utf8Writer): void {
    out.add(this.#person).add(this.#module).number(this.#entry);
    if (this.#place !== NOTHING) out.add(this.#place);
    if (this.#suffix !== NOTHING) out.add(this.#suffix);
  }
}

const NUMBERED: Fragment[] = [];

/** '-3', to be put behind an id. */
export function numbered(n: number): Fragment {
  NUMBERED[n] ??= utf8(`-${n}`);
  return NUMBERED[n];
}

const NOTHING = utf8('');
const GUARDIAN = utf8('-vh-');
