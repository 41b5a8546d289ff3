import type { CareSystem } from '../../systems/care-system.ts';

/** One driver a desk, made when somebody first sits down at it. */
export function createDesks(open: () => CareSystem): (desk: number) => CareSystem {
  const desks = new Map<number, CareSystem>();
  return (desk) => {
    const there = desks.get(desk);
    if (there !== undefined) return there;
    const opened = open();
    desks.set(desk, opened);
    return opened;
  };
}
