/** A query's parameters, in order; a list is joined by commas (any of), several pairs of one name mean all of. */
export type Query = Readonly<Record<string, string | readonly string[]>>;

/** 'status=arrived%2Ctriaged&subject=Patient%2F1'. Own code because k6 has no URLSearchParams. */
export function queryOf(query: Query): string {
  let text = '';
  for (const name in query) {
    const value = query[name] ?? '';
    const joined = typeof value === 'string' ? value : value.join(',');
    text += `${text === '' ? '' : '&'}${encodeURIComponent(name)}=${encodeURIComponent(joined)}`;
  }
  return text;
}

/** 'https://host:port' of an address, in lower case; undefined when it is none. */
export const originOf = (address: string): string | undefined =>
  // Most are relative, and under load a regular expression is dear.
  address.includes('://') ? /^https?:\/\/[^/?#]+/i.exec(address)?.[0].toLowerCase() : undefined;

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
