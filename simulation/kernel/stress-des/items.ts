/**
 * The items of STRESS-DES, the reporting guideline for discrete-event simulations (Monks, Currie, Onggo, Robinson, Kunc
 * and Taylor 2019): section by section, in the guideline's order and numbering.
 */
export const STRESS_DES = {
  Objectives: {
    purpose: 'Purpose of the model',
    outputs: 'Model outputs',
    aims: 'Experimentation aims',
  },
  Logic: {
    overview: 'Base model overview diagram',
    baseLogic: 'Base model logic',
    scenarioLogic: 'Scenario logic',
    algorithms: 'Algorithms',
    components: 'Components: entities, activities, resources, queues, entry and exit points',
  },
  Data: {
    sources: 'Data sources',
    preprocessing: 'Pre-processing',
    parameters: 'Input parameters',
    assumptions: 'Assumptions',
  },
  Experimentation: {
    initialisation: 'Initialisation',
    runLength: 'Run length',
    estimation: 'Estimation approach',
  },
  Implementation: {
    software: 'Software and programming language',
    sampling: 'Random sampling',
    execution: 'Model execution',
    system: 'System specification',
  },
  'Code access': {
    sharing: 'Computer model sharing statement',
  },
} as const;

type Sections = typeof STRESS_DES;

/** What a model says to every item, in Markdown; nothing can be left out. */
export type StressDesAnswers = {
  readonly [Section in keyof Sections]: { readonly [Item in keyof Sections[Section]]: string };
};
