/** A value with each text in it made another; `key` is where it stands: 'signIn.certificates.nurse.key'. */
export function mapTexts<T>(value: T, key: string, change: (text: string, key: string) => string): T;
export function mapTexts(
  value: unknown,
  key: string,
  change: (text: string, key: string) => string,
): unknown {
  if (typeof value === 'string') return change(value, key);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, mapTexts(each, `${key}.${name}`, change)]),
  );
}
