import { pathToFileURL } from 'node:url';
import { findBrowser, launchBrowser } from '../systems/browser/browser.ts';

/** Prints pages that lie on the disk to PDF on A4, each beside itself, and gives the files. */
export async function printPages(pages: readonly string[]): Promise<string[]> {
  const browser = await launchBrowser(findBrowser());
  try {
    const context = await browser.newContext();
    const printed: string[] = [];
    for (const file of pages) {
      const page = await context.newPage();
      await page.goto(pathToFileURL(file).href);
      const pdf = file.replace(/\.html$/, '.pdf');
      await page.pdf({ path: pdf, format: 'A4', preferCSSPageSize: true, printBackground: true });
      printed.push(pdf);
      await page.close();
    }
    return printed;
  } finally {
    await browser.close();
  }
}
