import { check } from 'k6';
import http from 'k6/http';
import { Trend } from 'k6/metrics';

const { base, signIn } = JSON.parse(open('./data.json'));
const requestTime = new Trend('request_time', true);
const tokens = {};
const references = {};

/** One sign-in for each account, whoever asks first. */
function tokenOf(username) {
  const form = { grant_type: 'password', client_id: signIn.clientId, username, password: signIn.password };
  const params = {
    headers: { accept: 'application/json' },
    tags: { name: 'POST token' },
    responseType: 'text',
  };
  tokens[username] ??= http.asyncRequest('POST', signIn.tokenEndpoint, form, params).then((response) => {
    check(response, { 'signed in': ({ status }) => status === 200 });
    return response.json('access_token');
  });
  return tokens[username];
}

export async function send(method, path, account, tags, { body, ifNoneExist, ifMatch } = {}) {
  const headers = {
    accept: 'application/fhir+json',
    'cache-control': 'no-cache',
    authorization: `Bearer ${await tokenOf(account)}`,
  };
  if (body !== undefined) {
    headers['content-type'] = 'application/fhir+json; charset=utf-8';
    headers.prefer = 'return=minimal';
  }
  if (ifNoneExist !== undefined) headers['if-none-exist'] = ifNoneExist;
  if (ifMatch !== undefined) headers['if-match'] = ifMatch;
  const text = body === undefined ? null : JSON.stringify(body);
  const response = await http.asyncRequest(method, `${base}/${path}`, text, {
    headers,
    tags,
    timeout: 30_000,
    redirects: 0,
    responseType: 'text',
    jar: new http.CookieJar(),
  });
  requestTime.add(response.timings.duration, tags);
  check(response, { answered: ({ status }) => status >= 200 && status < 300 }, tags);
  return response;
}

/** 'Type/id' of what was made. */
export function madeIn(response, type, tags) {
  const id = /\/([^/]+)\/_history/.exec(response.headers.Location)?.[1];
  check(id, { named: (is) => is !== undefined }, tags);
  return `${type}/${id}`;
}

/** A person or a unit that the register has, or has from now on; what it had already is looked at before it is used. */
export function known(resource) {
  const type = resource.resourceType;
  const { system, value } = resource.identifier[0];
  const ifNoneExist = `identifier=${encodeURIComponent(`${system}|${value}`)}`;
  const tags = { name: `POST ${type}` };
  references[ifNoneExist] ??= findOrMake();
  return references[ifNoneExist];

  async function findOrMake() {
    const response = await send('POST', type, 'registry', tags, { body: resource, ifNoneExist });
    const reference = madeIn(response, type, tags);
    if (response.status !== 200) return reference;
    const found = (await send('GET', reference, 'registry', { name: `GET ${type}/:id` })).json();
    const isMeant = ({ identifier }) =>
      identifier.some((each) => each.system === system && each.value === value);
    check(found, { 'the one that was meant': isMeant }, tags);
    return reference;
  }
}
