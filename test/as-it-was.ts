import process from 'node:process';
import { afterAll, expect } from 'vitest';

/** Files of unit tests share a process: each must leave what belongs to all of it as it was. */

const facts = () => ({
  environment: { ...process.env },
  folder: process.cwd(),
  exitCode: process.exitCode,
  write: [process.stdout.write, process.stderr.write],
  clock: [setTimeout, Date],
});

const before = facts();
afterAll(() => expect(facts(), 'what a file of tests leaves to the next').toEqual(before));
