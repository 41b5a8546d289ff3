/** A query's parameters, in order, by names that need no encoding; a list is joined by commas and means any of. */
export type Query = Readonly<Record<string, string | readonly string[]>>;

/** 'status=arrived%2Ctriaged&subject=Patient%2F1'. Own code because k6 has no URLSearchParams. */
export function queryOf(query: Query, names: readonly string[] = Object.keys(query)): string {
  let text = '';
  // By number: under load a `for … of` costs more than what it goes round.
  for (let at = 0; at < names.length; at += 1) {
    const name = names[at] ?? '';
    const pair = `${name}=${encodeURIComponent(String(query[name]))}`;
    text = at === 0 ? pair : `${text}&${pair}`;
  }
  return text;
}

/** 'https://host:port' of an address, in lower case; undefined when it is none. */
export const originOf = (address: string): string | undefined =>
  /^https?:\/\/[^/?#]+/i.exec(address)?.[0].toLowerCase();

/** Whether an address is the base or below it; names of hosts know no case. */
export function isWithin(address: string, base: string): boolean {
  const after = address.charAt(base.length);
  return (
    (after === '' || after === '/' || after === '?') &&
    address.slice(0, base.length).toLowerCase() === base.toLowerCase()
  );
}

/** Whether an address goes on from a base; most do, and under load a regular expression is dear. */
export const isRelative = (address: string): boolean => !address.startsWith('/') && !address.includes('://');

/** An address as a page may give it, absolute, beginning at the host or relative to `base`. */
export function absolute(address: string, base: string): string {
  if (originOf(address) !== undefined) return address;
  return address.startsWith('/') ? `${originOf(base) ?? ''}${address}` : `${base}/${address}`;
}

/** 'Patient/17' out of any way to write it: absolute, with a history part, with a query. */
export function localReference(reference: string): string {
  const path = before(before(before(reference, '?'), '#'), '/_history');
  return path.slice(path.lastIndexOf('/', path.lastIndexOf('/') - 1) + 1);
}

function before(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : text.slice(0, at);
}
