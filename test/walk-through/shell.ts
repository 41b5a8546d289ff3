/** One command of a page, and the exit code that the page says it ends with. */
export interface ShellLine {
  readonly command: string;
  readonly exitCode: number;
  /** What the page says of it. */
  readonly remark: string;
}

/** The lines of a block that say how they end; one that only changes the folder says nothing. */
export const shellLines = (block: string): ShellLine[] =>
  block.split('\n').flatMap((line) => {
    const [, command, exitCode, remark = ''] = /^(.*\S)\s+# (\d+)(?:: (.*))?$/.exec(line) ?? [];
    return command === undefined ? [] : [{ command, exitCode: Number(exitCode), remark }];
  });
