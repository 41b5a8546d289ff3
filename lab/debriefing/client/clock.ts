const two = (value: number): string => String(value).padStart(2, '0');

/** '09:05' of the day's clock. */
export function clockText(dayTime: number): string {
  const minutes = Math.floor(dayTime / 60_000);
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}
