import { access } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { InputError } from '../../domain/input-error.ts';
import { addDecision } from '../../evidence/decisions.ts';
import { hashOfGate } from '../../scenarios/gate-hash.ts';
import { loadStage } from '../../scenarios/load-stage.ts';
import { decisionsFolder } from '../run-folder.ts';
import { readSigningKey } from '../signing-key.ts';

/** As commander hands them over. */
export interface AttestOptions {
  readonly by: string;
  readonly reason: string;
  readonly verdict?: 'pass' | 'fail';
  readonly override?: true;
  readonly attachment?: string;
  readonly sign?: string;
  readonly decisions?: string;
  readonly json?: true;
}

/** `genrep attest`: one more decision about a gate, of a named person. */
export async function attestGate(
  stageName: string,
  gateId: string,
  { by, reason, verdict, override, attachment, sign, decisions, json }: AttestOptions,
): Promise<void> {
  const stage = loadStage(stageName);
  const gate = stage.gates.find(({ id }) => id === gateId);
  if (gate === undefined) {
    const known = stage.gates.map(({ id }) => id).join(', ');
    throw new InputError(`Etappen ${stage.name} har ingen grind ${gateId}; den har ${known}.`);
  }
  if (verdict !== undefined && gate.gate.kind !== 'statement') {
    throw new InputError(
      `Grinden ${gate.id} räknas ur underlag och avgörs inte av ett intyg; kör det som visar den, eller ange --override om den har ändrats efter körningarna.`,
    );
  }
  if (verdict === undefined && override !== true) {
    throw new InputError('Säg vad som intygas: --verdict pass, --verdict fail eller --override.');
  }
  if (by.trim() === '' || reason.trim() === '')
    throw new InputError('--by och --reason får inte vara tomma.');
  if (attachment !== undefined) await requireFile(attachment);
  const key = readSigningKey(sign);
  const folder = decisionsFolder(stage.name, decisions);
  const decision = await addDecision(
    folder,
    {
      stage: stage.name,
      gate: gate.id,
      ...(verdict === undefined ? { kind: 'override' } : { kind: 'statement', verdict }),
      by: by.trim(),
      at: new Date().toISOString(),
      reason: reason.trim(),
      stageHash: stage.hash,
      gateHash: hashOfGate(stage, gate),
    },
    {
      ...(attachment === undefined ? {} : { attachment }),
      ...(key === undefined ? {} : { signer: key.signer }),
    },
  );
  const signed = decision.signature === undefined ? 'osignerat' : 'signerat';
  process.stdout.write(
    json
      ? `${JSON.stringify({ folder, ...decision })}\n`
      : `Nedskrivet, ${signed}: ${by} om grinden ${gate.id} i ${path.relative(process.cwd(), folder)}\n`,
  );
}

async function requireFile(file: string): Promise<void> {
  await access(file).catch(() => {
    throw new InputError(`Bilagan ${file} finns inte.`);
  });
}
