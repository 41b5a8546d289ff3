import { expect, it } from 'vitest';
import type { StressDesAnswers } from './items.ts';
import { kernelAnswers } from './kernel-answers.ts';
import { stressDesPage } from './page.ts';

const { algorithms, estimation, ...implementation } = kernelAnswers;

const answers: StressDesAnswers = {
  Objectives: { purpose: 'To show a queue.', outputs: 'Waits.', aims: 'None.' },
  Logic: {
    overview: 'Come, wait, go.',
    baseLogic: 'First come, first served.',
    scenarioLogic: 'None.',
    algorithms,
    components: 'Customers and a server.',
  },
  Data: { sources: 'None.', preprocessing: 'None.', parameters: 'Load 0.91.', assumptions: 'All.' },
  Experimentation: { initialisation: 'Empty.', runLength: '1,000.', estimation },
  Implementation: { ...implementation, system: 'Any.' },
  'Code access': { sharing: 'Apache-2.0.' },
};

it('numbers every item of the guideline and gives its answer', () => {
  const page = stressDesPage('A queue', answers);
  const headings = page.split('\n').filter((line) => line.startsWith('#'));
  expect(headings).toHaveLength(1 + 6 + 20);
  expect(headings.slice(0, 4)).toEqual([
    '# A queue',
    '## 1 Objectives',
    '### 1.1 Purpose of the model',
    '### 1.2 Model outputs',
  ]);
  expect(page).toContain('### 3.3 Input parameters\n\nLoad 0.91.\n');
  expect(page).not.toContain('undefined');
});
