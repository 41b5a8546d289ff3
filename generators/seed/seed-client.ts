/** How loading reaches a FHIR server; signing in and addresses are the client's. */
export interface SeedClient {
  /** `path` below the base address; the body is FHIR JSON. Answers of any status are answers. */
  request(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<SeedResponse>;
  /** Resolves after so many milliseconds of real time. */
  pause(milliseconds: number): Promise<void>;
}

export interface SeedResponse {
  readonly status: number;
  /** Header names in lower case. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON; undefined when the answer has none. */
  readonly body: unknown;
}

/** The server did not take or does not give back what was loaded. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
}
