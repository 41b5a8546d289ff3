import process from 'node:process';
import { writeAllureResults } from '../../reports/allure.ts';
import { readHistory } from '../../reports/history.ts';
import { summarise } from '../../reports/verdicts.ts';
import { writeReports } from '../../reports/write.ts';

/** Makes the reports of the run in the folder it is given and tells how long it took and how much memory. */
const folder = process.argv[2] ?? '';
const summary = summarise([await readHistory(folder)]);
let begun = performance.now();
await writeAllureResults(summary, folder, `${folder}/allure-results`);
const allure = (performance.now() - begun) / 1_000;
begun = performance.now();
await writeReports(folder);
const all = (performance.now() - begun) / 1_000;
process.send?.({ all, allure, memory: process.resourceUsage().maxRSS / 1_024 });
