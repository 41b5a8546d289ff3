/**
 * The requests of a load and nothing else: each at its time, with the same address, headers and body, and no look at what
 * came back. What k6 itself costs on this machine, whatever is written for it.
 */
import http from 'k6/http';

const { requests } = JSON.parse(open('./data.json'));

export const options = {
  scenarios: { plan: { executor: 'per-vu-iterations', vus: 1, iterations: 1, maxDuration: '10m' } },
  batch: 2000,
  batchPerHost: 2000,
  systemTags: ['name', 'status'],
  noCookiesReset: true,
};

const until = (time) => new Promise((resolve) => setTimeout(resolve, time - Date.now()));

export default async function () {
  const beganAt = Date.now();
  console.log(JSON.stringify({ genrep: 'ready', segment: 0, beganAt }));
  const underWay = [];
  for (const { method, url, headers, body, name, at } of requests) {
    if (beganAt + at > Date.now()) await until(beganAt + at);
    const params = { headers, tags: { name }, timeout: 30_000, redirects: 0, responseType: 'text' };
    underWay.push(http.asyncRequest(method, url, body || null, params));
  }
  await Promise.all(underWay);
  console.log(JSON.stringify({ genrep: 'done', segment: 0, unended: 0 }));
}
