import type { Readable } from 'node:stream';
import type { CommandResult } from './command.ts';

/** The first line that a command writes, or why it ended without one. */
export async function firstLine(out: Readable, ended: Promise<CommandResult>): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let heard = '';
  out.setEncoding('utf8').on('data', (text: string) => {
    heard += text;
    if (heard.includes('\n')) resolve(heard.split('\n')[0] ?? '');
  });
  void ended.then(({ stderr }) => reject(new Error(`It ended without a word: ${stderr}`)));
  return promise;
}
