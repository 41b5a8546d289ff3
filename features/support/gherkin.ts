import type { ITestCaseHookParameter } from '@cucumber/cucumber';
import type { SourceLocation } from '../../domain/care-flow.ts';

/** A step as it was written. */
export interface StepSource {
  readonly text: string;
  readonly keyword: string;
  readonly location: SourceLocation;
}

type Document = ITestCaseHookParameter['gherkinDocument'];
type Block = NonNullable<FeatureChild['background']> | NonNullable<FeatureChild['scenario']>;
type FeatureChild = NonNullable<Document['feature']>['children'][number];

const file = (uri: string | undefined): string => (uri ?? '').replaceAll('\\', '/');

/** Every scenario and background of a feature, those inside rules too. */
function* blocksOf(document: Document): Generator<Block> {
  const visit = function* (child: Pick<FeatureChild, 'background' | 'scenario'>): Generator<Block> {
    if (child.background !== undefined) yield child.background;
    if (child.scenario !== undefined) yield child.scenario;
  };
  for (const child of document.feature?.children ?? []) {
    yield* visit(child);
    for (const inner of child.rule?.children ?? []) yield* visit(inner);
  }
}

/** Where each step of a pickle was written, by pickle step id. */
export function stepSources({
  pickle,
  gherkinDocument,
}: ITestCaseHookParameter): ReadonlyMap<string, StepSource> {
  const written = new Map(
    [...blocksOf(gherkinDocument)].flatMap((block) => block.steps.map((step) => [step.id, step])),
  );
  return new Map(
    pickle.steps.map((step) => {
      const origin = step.astNodeIds.map((id) => written.get(id)).find((node) => node !== undefined);
      return [
        step.id,
        {
          text: step.text,
          keyword: origin?.keyword.trim() ?? '',
          location: { file: file(pickle.uri), line: origin?.location.line ?? 0 },
        },
      ];
    }),
  );
}

type Examples = NonNullable<FeatureChild['scenario']>['examples'][number];

/** What a compiled flow needs to know of the scenario itself. An example's own row is where its flow is written. */
export function locate({ pickle, gherkinDocument }: ITestCaseHookParameter) {
  const scenario = [...blocksOf(gherkinDocument)].find((block) => pickle.astNodeIds.includes(block.id));
  const examples = scenario !== undefined && 'examples' in scenario ? scenario.examples : [];
  const rows = examples.flatMap((table) => table.tableBody.map((row) => ({ table, row })));
  const written = rows.find(({ row }) => pickle.astNodeIds.includes(row.id));
  const row = written && rowLabel(scenario?.name ?? '', written);
  const told = row === undefined || row.named ? pickle.name : `${pickle.name} (${row.cells})`;
  return {
    feature: gherkinDocument.feature?.name ?? '',
    name: told,
    ...(row === undefined ? {} : { row: row.cells }),
    location: { file: file(pickle.uri), line: (written?.row ?? scenario)?.location.line ?? 0 },
    tags: pickle.tags.map((tag) => tag.name),
  };
}

/** What tells an example from the others of its outline: the cells that its title names, or all of them. */
function rowLabel(
  title: string,
  { table, row }: { readonly table: Examples; readonly row: Examples['tableBody'][number] },
) {
  const cells = row.cells.map(({ value }, index) => ({
    value,
    named: title.includes(`<${table.tableHeader?.cells[index]?.value}>`),
  }));
  const named = cells.some((cell) => cell.named);
  return {
    named,
    cells: cells
      .filter((cell) => cell.named === named)
      .map(({ value }) => value)
      .join(' · '),
  };
}
