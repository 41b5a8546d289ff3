/**
 * The requests of a load as somebody would write them by hand for k6: each at its time, with the same address, headers and
 * body; tags of the request's name and of flow and step; trends that k6 gathers and judges, of each request, of each step
 * from when it was to begin and of each hand-over; and checks of what the flows' questions look for: that it was
 * answered, that it is about the right patient, that there is as much of it as there should be, and what was sent.
 */
import { check } from 'k6';
import http from 'k6/http';
import { Trend } from 'k6/metrics';

const requests = JSON.parse(open('./requests.json'));
const requestTime = new Trend('request_time', true);
const stepTime = new Trend('step_time', true);
const handOver = new Trend('hand_over', true);

export const options = {
  scenarios: { plan: { executor: 'per-vu-iterations', vus: 1, iterations: 1, maxDuration: '10m' } },
  batch: 2000,
  batchPerHost: 2000,
  systemTags: ['name', 'status'],
  thresholds: { step_time: ['p(95)<2000'], hand_over: ['p(95)<2000'], checks: ['rate>0.999'] },
  noCookiesReset: true,
};

const patientOf = ({ resourceType, id, subject, patient, for: whom }) =>
  resourceType === 'Patient' ? `Patient/${id}` : (subject ?? patient ?? whom)?.reference;

function resourcesIn(response) {
  const body = response.json();
  return body.resourceType === 'Bundle' ? (body.entry ?? []).map(({ resource }) => resource) : [body];
}

/** When each patient's flow began its latest step, and when its latest act was acknowledged. */
const begun = new Map();
const acted = new Map();

async function send({ method, url, headers, body, name, patient, resources, soughtFor, of }, due) {
  const tags = of === undefined ? { name } : { name, flow: of.flow, step: String(of.step) };
  if (of?.begins) begun.set(of.entry, due);
  const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  const response = await http.asyncRequest(method, url, text, {
    headers,
    tags,
    timeout: 30_000,
    redirects: 0,
    responseType: 'text',
    jar: new http.CookieJar(),
  });
  requestTime.add(response.timings.duration, tags);
  if (method === 'GET') {
    const found = resourcesIn(response);
    check(
      response,
      {
        answered: ({ status }) => status === 200,
        'the right patient': () =>
          patient === undefined || found.every((resource) => (patientOf(resource) ?? patient) === patient),
        'as many as there should be': () => found.length === resources,
        'what was sent': () => soughtFor === undefined || found.some(({ id }) => id === soughtFor),
      },
      tags,
    );
  } else {
    check(response, { answered: ({ status }) => status >= 200 && status < 300 }, tags);
    if (method === 'POST') check(response, { named: ({ headers: came }) => came.Location !== '' }, tags);
  }
  if (of === undefined || !of.ends) return;
  const now = Date.now();
  stepTime.add(now - begun.get(of.entry), tags);
  if (of.type === 'question') handOver.add(now - (acted.get(of.entry) ?? due), tags);
  else acted.set(of.entry, now);
}

const until = (time) => new Promise((resolve) => setTimeout(resolve, time - Date.now()));

export default async function () {
  const beganAt = Date.now();
  console.log(JSON.stringify({ genrep: 'ready', segment: 0, beganAt }));
  const underWay = [];
  for (const request of requests) {
    if (beganAt + request.at > Date.now()) await until(beganAt + request.at);
    underWay.push(send(request, beganAt + request.at));
  }
  await Promise.all(underWay);
  console.log(JSON.stringify({ genrep: 'done', segment: 0, unended: 0 }));
}
