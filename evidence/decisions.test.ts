import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { addDecision, type DecisionDraft, readDecisions } from './decisions.ts';
import { newKeys, signerOf } from './signing.ts';
import { newFolder } from './testing/journal.ts';

const DRAFT = {
  stage: '1-sodra',
  gate: 'utbildning',
  kind: 'statement',
  verdict: 'pass',
  by: 'Verksamhetschefen',
  at: '2026-11-23T06:00:00.000Z',
  reason: 'Alla har gått kursen.',
  stageHash: 'a'.repeat(64),
  gateHash: 'b'.repeat(64),
} as const satisfies DecisionDraft;
const signer = signerOf(newKeys().privateKey);

let folder: string;
let attachment: string;
beforeEach(async () => {
  folder = await newFolder();
  attachment = path.join(folder, 'närvaro.csv');
  await writeFile(attachment, 'alla');
});

const file = () => path.join(folder, 'decisions.ndjson');

describe('the decisions of a stage', () => {
  it('are none before anybody has said anything', async () => {
    expect(await readDecisions(folder)).toEqual([]);
  });

  it('are given back in order, signed, with their attachments', async () => {
    const { verdict: _, ...rest } = DRAFT;
    await addDecision(folder, DRAFT, { attachment, signer });
    await addDecision(folder, { ...rest, kind: 'override', gate: 'floden' });
    const [statement, override] = await readDecisions(folder);
    expect(statement).toMatchObject({
      ...DRAFT,
      attachment: { file: expect.stringMatching(/^attachments\/[0-9a-f]{16}\.csv$/) },
      signature: signer('x') && { publicKey: signer('x').publicKey },
    });
    expect(override).toMatchObject({ kind: 'override', gate: 'floden' });
    expect(override).not.toHaveProperty('signature');
  });

  it('are not believed when any byte of them was changed', async () => {
    await addDecision(folder, DRAFT, { signer });
    await addDecision(folder, { ...DRAFT, verdict: 'fail', reason: 'Tre saknas.' }, { signer });
    const sound = await readFile(file());
    for (let position = 0; position < sound.length; position += 11) {
      const flipped = Buffer.from(sound);
      flipped[position] = (flipped[position] ?? 0) ^ 1;
      await writeFile(file(), flipped);
      await expect(readDecisions(folder), `byte ${position}`).rejects.toMatchObject({ kind: 'damaged' });
    }
  });

  it('are not believed when the last one was taken away, or all', async () => {
    await addDecision(folder, DRAFT);
    await addDecision(folder, { ...DRAFT, verdict: 'fail' });
    const [first] = (await readFile(file(), 'utf8')).split('\n');
    await writeFile(file(), `${first}\n`);
    await expect(readDecisions(folder)).rejects.toThrow(/avklippt/);
    await writeFile(file(), '');
    await expect(readDecisions(folder)).rejects.toMatchObject({ kind: 'damaged' });
  });

  it('are not believed when an attachment was exchanged or is gone', async () => {
    const { attachment: kept } = await addDecision(folder, DRAFT, { attachment });
    await writeFile(path.join(folder, kept?.file ?? ''), 'några');
    await expect(readDecisions(folder)).rejects.toThrow(/utbytt/);
  });

  it('are of what was approved too, with what was read; one without it is not believed', async () => {
    const approval: DecisionDraft = {
      ...{ kind: 'approval', verdict: 'pass', role: 'chefslakare', subject: { kind: 'flow', id: 'a#b' } },
      ...{ content: [{ text: 'Sepsis', means: { limit: 5 } }], contentHash: 'c'.repeat(64) },
      ...{ stage: '1-sodra', by: 'Chefläkaren', at: DRAFT.at, reason: 'Läst', stageHash: 'a'.repeat(64) },
    };
    await addDecision(folder, DRAFT, { signer });
    await addDecision(folder, approval, { signer });
    expect((await readDecisions(folder)).at(-1)).toMatchObject(approval);
    await addDecision(folder, { ...approval, content: [] }, { signer });
    await expect(readDecisions(folder)).rejects.toThrow(/post 3 följer inte formatet/);
  });

  it('are not believed when they say what no decision can say', async () => {
    await expect(addDecision(folder, { ...DRAFT, by: '' }).then(() => readDecisions(folder))).rejects.toThrow(
      /formatet/,
    );
  });
});
