/**
 * The requests of a load as somebody would write them by hand for k6: the same addresses, headers and bodies, with a
 * name tag, a trend and a check each, many under way at once.
 */
import { check } from 'k6';
import { SharedArray } from 'k6/data';
import http from 'k6/http';
import { Trend } from 'k6/metrics';

const requests = new SharedArray('requests', () => open('./requests.ndjson').trimEnd().split('\n'));
const took = new Trend('step_time', true);

export const options = {
  scenarios: { plan: { executor: 'per-vu-iterations', vus: 1, iterations: 1, maxDuration: '10m' } },
  batch: 2000,
  batchPerHost: 2000,
  systemTags: ['name', 'status'],
};

const AT_ONCE = 30;

export default async function () {
  console.log(JSON.stringify({ genrep: 'ready', segment: 0, beganAt: 1 }));
  let next = 0;
  const work = async () => {
    while (next < requests.length) {
      const { method, url, headers, body, status, name } = JSON.parse(requests[next++]);
      const tags = { name };
      const response = await http.asyncRequest(method, url, body === '' ? null : body, { headers, tags });
      took.add(response.timings.duration, tags);
      check(
        response,
        { answered: ({ status: came }) => came === status || (came >= 200 && came < 300) },
        tags,
      );
      if (method === 'GET') response.json('entry.0.resource.id');
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  console.log(JSON.stringify({ genrep: 'done', segment: 0, unended: 0 }));
}
