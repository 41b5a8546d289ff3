import process from 'node:process';

const TENTHS = 10;

/** Tells on standard error how far a simulation has come: in place on a terminal, else nothing until it is done. */
export function simulationProgress(total: number): () => void {
  let done = 0;
  let told = 0;
  return () => {
    done++;
    const tenth = Math.floor((TENTHS * done) / total);
    if (tenth === told) return;
    told = tenth;
    const line = `Simulerar: ${done} av ${total} dygn`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}${done === total ? '\n' : ''}`);
    else if (done === total) process.stderr.write(`${line}\n`);
  };
}
