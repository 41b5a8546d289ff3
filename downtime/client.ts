/** What a server answered: a body that is no JSON is none, and `location` is where what was made lies. */
interface DrillAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly location?: string | undefined;
}

/** A FHIR server as a drill asks it. A request that nobody answered throws. */
export interface DrillClient {
  request(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
    headers?: Readonly<Record<string, string>>,
  ): Promise<DrillAnswer>;
}

/** 'Type/id' of what an answer says was made: some servers give back what they made, others only say where it lies. */
export function madeBy({ body, location }: DrillAnswer, type: string): string | undefined {
  const id = textAt(body, 'id') ?? new RegExp(`${type}/([^/]+)`).exec(location ?? '')?.[1];
  return id === undefined ? undefined : `${type}/${id}`;
}

/** The resources of a searchset; undefined where the server did not answer as it should. */
export async function search(client: DrillClient, address: string): Promise<readonly unknown[] | undefined> {
  try {
    const { status, body } = await client.request('GET', address);
    if (status !== 200) return undefined;
    const entries = (body as { entry?: readonly { resource: unknown }[] }).entry ?? [];
    return entries.map(({ resource }) => resource);
  } catch {
    return undefined;
  }
}

/** Whether a person can be read now. */
export async function canRead(client: DrillClient, patient: string): Promise<boolean> {
  try {
    return (await client.request('GET', patient)).status === 200;
  } catch {
    return false;
  }
}

export const textAt = (value: unknown, key: string): string | undefined => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'string' ? found : undefined;
};
