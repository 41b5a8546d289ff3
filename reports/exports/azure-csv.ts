import type { Summary } from '../verdicts.ts';
import { csv } from './csv.ts';

/** The columns of Azure Test Plans' import of test cases. */
const HEAD = ['ID', 'Work Item Type', 'Title', 'Test Step', 'Step Action', 'Step Expected'];

/**
 * The flows as test cases for Azure Test Plans: what is done as actions, what must be seen as expected. Results go by
 * JUnit, which Azure Pipelines publishes itself.
 */
export const azureCsv = ({ flows }: Summary): string =>
  csv([
    HEAD,
    ...flows.flatMap(({ flow }) => [
      ['', 'Test Case', `${flow.name} [${flow.id}]`, '', '', ''],
      ...flow.steps
        .filter(({ activity }) => activity.type !== 'wait')
        .map(({ text, keyword, activity }, index) => {
          const said = `${keyword} ${text}`.trim();
          return activity.type === 'question'
            ? ['', '', '', index + 1, 'Se efter', said]
            : ['', '', '', index + 1, said, ''];
        }),
    ]),
  ]);
