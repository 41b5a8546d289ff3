import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** What a page looked like needs its style sheets, pictures and fonts; everything else that was fetched is left out. */
const HARMLESS = /\.(css|png|jpe?g|gif|svg|webp|ico|woff2?|ttf)$/;

type Fields = Record<string, unknown>;

/**
 * A Playwright trace without what was said over the network, which holds passwords, cookies and tokens: of a request
 * only its method, address without query and outcome are kept. What was done, and how the pages looked, stays; in that
 * too, `jsonOf` takes out what must never be written.
 * @param trace the zip that Playwright wrote
 */
export function cleanTrace(trace: Uint8Array, jsonOf: (value: unknown) => string): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(trace))) {
    if (name.startsWith('resources/')) {
      if (HARMLESS.test(name)) files[name] = content;
    } else if (name.endsWith('.network')) {
      files[name] = eachLine(content, (entry) => jsonOf(withoutConversation(entry)));
    } else {
      files[name] = eachLine(content, (entry) => withoutQueries(jsonOf(entry)));
    }
  }
  return zipSync(files, { level: 1 });
}

const eachLine = (content: Uint8Array, change: (entry: Fields) => string): Uint8Array =>
  strToU8(
    strFromU8(content)
      .split('\n')
      .map((line) => (line.trim() === '' ? line : change(JSON.parse(line) as Fields)))
      .join('\n'),
  );

/** An entry of the network log is a HAR entry under the name "snapshot". */
function withoutConversation(entry: Fields): Fields {
  const snapshot = fieldsOf(entry.snapshot);
  const { method, url, httpVersion } = fieldsOf(snapshot.request);
  const { status, statusText, content } = fieldsOf(snapshot.response);
  return {
    ...entry,
    snapshot: {
      ...snapshot,
      request: { method, url: String(url).split(/[?#]/)[0], httpVersion, ...EMPTY },
      response: { status, statusText, httpVersion, content, redirectURL: '', ...EMPTY },
    },
  };
}

/** What stands after the question mark of an address signs people in. */
const withoutQueries = (json: string): string => json.replace(/(https?:\/\/[^\s"?#\\]*)[?#][^\s"\\]*/g, '$1');

const EMPTY = { cookies: [], headers: [], queryString: [], headersSize: -1, bodySize: -1 };

const fieldsOf = (value: unknown): Fields => Object(value);
