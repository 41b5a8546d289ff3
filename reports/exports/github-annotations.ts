import type { Readiness } from '../readiness.ts';
import { findingText } from './sarif.ts';

/** How many GitHub shows of a step; more are left out there anyway. */
const MOST = 10;

/** What the run came to, and failing steps, as workflow commands that GitHub shows, these beside the line of Gherkin. */
export const githubAnnotations = ({ flows, conclusion: { headline, stage } }: Readiness): string =>
  `::notice title=${property(headline.sv)}::${data(stage.sv)}\n${flows
    .flatMap(({ failures }) => failures)
    .slice(0, MOST)
    .map((failure) => {
      const { step, requirements, flow } = failure;
      const level = failure.verdict === 'unknown' ? 'warning' : 'error';
      const title = [...requirements, flow.name].join(' ');
      const place = step === undefined ? '' : `file=${property(step.file)},line=${step.line},`;
      return `::${level} ${place}title=${property(title)}::${data(findingText(failure))}\n`;
    })
    .join('')}`;

/** The escapes of GitHub's own toolkit: of what follows the last colons, and of what stands before them. */
const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
