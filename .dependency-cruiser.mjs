/**
 * Who may import whom stands in test/import-rules.json; ARCHITECTURE.md draws it. A folder may always import itself and
 * packages; `cli` and `test` may import everything.
 */
import rulesByFolder from './test/import-rules.json' with { type: 'json' };

const ours =
  'cli|domain|evidence|features|flows|generators|input|lab|load|pages|reference|reports|scenarios|simulation|systems|test';

const rules = Object.entries(rulesByFolder).map(([folder, targets]) => ({
  name: `${folder.replace('/', '-')}-may-import`,
  comment: `${folder} may import ${targets.join(', ') || 'nothing of ours'}.`,
  severity: 'error',
  from: { path: `^${folder}/`, pathNot: '[.](test|bench)[.]tsx?$' },
  to: {
    path: `^(${ours})/`,
    pathNot: [folder, ...targets].map((target) => `^${target}(/|$)`),
  },
}));

export default {
  forbidden: [
    ...rules,
    {
      name: 'nobody-knows-reference',
      comment:
        'The reference environment is reached over the network only; the commands and the tests start it.',
      severity: 'error',
      from: { path: `^(${ours})/`, pathNot: '^(reference|cli|test)/' },
      to: { path: '^reference/' },
    },
    {
      name: 'no-node-in-k6',
      comment:
        'What is bundled for k6 is the same driver and interpreter as in Node, so it uses no node: module.',
      severity: 'error',
      from: {
        path: '^(domain|systems/(driver|fhir-r4)|load/script)/|^flows/(flow-run|asking|broken|step-result)[.]ts',
        pathNot: '([.]test[.]ts$|^systems/fhir-r4/transports/)',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-dependencies',
      comment: 'What runs for users is installed for users.',
      severity: 'error',
      from: {
        path: `^(${ours})/`,
        pathNot: ['[.](test|bench)[.]tsx?$', '^test/', '^(features/support|systems)/contract'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(runs|node_modules|[.]cache|reference/client/dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
