/** What a page of docs/how-to tells its reader to do: the commands, and the numbered steps. */
export interface WalkThrough {
  /** Blocks of commands, as they stand. */
  readonly commands: readonly string[];
  /** What the page shows that commands say. */
  readonly outputs: readonly string[];
  /** The numbered steps, each on one line. */
  readonly steps: readonly string[];
}

/** @throws Error when the steps are not numbered from one and on */
export function readWalkThrough(markdown: string): WalkThrough {
  const steps: string[] = [];
  let open = false;
  for (const line of markdown.split('\n')) {
    const [, number, begun] = /^(\d+)\. (.*)$/.exec(line) ?? [];
    if (begun !== undefined) {
      if (Number(number) !== steps.length + 1)
        throw new Error(`Step ${steps.length + 1} is called ${number}.`);
      steps.push(begun);
      open = true;
    } else if (open && /^ {3,}\S/.test(line)) steps.push(`${steps.pop()} ${line.trim()}`);
    else open = false;
  }
  return { commands: blocksOf(markdown, 'sh'), outputs: blocksOf(markdown, 'text'), steps };
}

/** The code blocks of a language, without what is after them. */
const blocksOf = (markdown: string, language: string): string[] =>
  [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].flatMap(([, named, text = '']) =>
    named === language ? [text] : [],
  );
