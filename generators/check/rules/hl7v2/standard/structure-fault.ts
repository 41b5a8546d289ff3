import type { Words } from '../../../rule.ts';
import type { Element } from './published.ts';

/** The first thing that is wrong with the order of a message's segments, where something is. */
export function structureFault(
  structure: string,
  elements: readonly Element[],
  segments: readonly string[],
): Words | undefined {
  let next = 0;
  const fault = faultIn(elements, structure);
  if (fault !== undefined || next === segments.length) return fault;
  const name = segments[next] ?? '';
  const place = after(segments, next);
  return {
    sv: `${name} ${place.sv} hör inte hemma där i ${structure}`,
    en: `${name} ${place.en} does not belong there in ${structure}`,
  };

  function faultIn(children: readonly Element[], path: string): Words | undefined {
    for (const element of children) {
      let times = 0;
      while (next < segments.length && begins(element, segments[next] ?? '')) {
        if (element.max === 1 && times === 1) break;
        times++;
        if (element.children === undefined) next++;
        else {
          const fault = faultIn(element.children, `${path}/${element.name}`);
          if (fault !== undefined) return fault;
        }
      }
      if (times < element.min) return missing(element, path);
    }
    return undefined;
  }

  function missing(element: Element, path: string): Words {
    const place = after(segments, next);
    const name = firstSegmentOf(element);
    const group = element.children === undefined ? '' : ` (${element.name})`;
    return {
      sv: `${name}${group} saknas ${place.sv}; ${path} kräver det`,
      en: `${name}${group} is missing ${place.en}; ${path} requires it`,
    };
  }
}

/** Whether the element, as far as it must be there, can begin with the segment. */
function begins(element: Element, segment: string): boolean {
  if (element.children === undefined) return element.name.split(',').includes(segment);
  for (const child of element.children) {
    if (begins(child, segment)) return true;
    if (child.min === 1) return false;
  }
  return false;
}

/** The segment that must be there if the element is. */
const firstSegmentOf = ({ name, children }: Element): string => {
  const first = children?.find(({ min }) => min === 1) ?? children?.[0];
  return first === undefined ? name : firstSegmentOf(first);
};

function after(segments: readonly string[], place: number): Words {
  const before = segments[place - 1];
  return before === undefined
    ? { sv: 'i början', en: 'at the beginning' }
    : { sv: `efter ${before} (segment ${place})`, en: `after ${before} (segment ${place})` };
}
