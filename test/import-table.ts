import rules from './import-rules.json' with { type: 'json' };

const BEGIN = '<!-- import table -->';
const END = '<!-- end of import table -->';

/** The import rules as ARCHITECTURE.md shows them. */
export function importTable(): string {
  const rows = Object.entries(rules).map(
    ([folder, targets]) => `| ${folder} | ${targets.length === 0 ? 'nothing of ours' : targets.join(', ')} |`,
  );
  return [BEGIN, '', '| folder | may import |', '| --- | --- |', ...rows, '', END].join('\n');
}

/** The document with the table as it is now. */
export const withImportTable = (document: string): string =>
  `${document.slice(0, document.indexOf(BEGIN))}${importTable()}${document.slice(document.indexOf(END) + END.length)}`;
