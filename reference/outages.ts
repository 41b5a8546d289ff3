import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * What fails around the environment while it is well itself and other clients reach it: for those who work in its pages the network
 * to their workstations, and their printers; and the line to the laboratory.
 */
export class Outages {
  readonly #workstations = new Set<Socket>();
  #isCut = false;
  #isWithoutPrinters = false;
  readonly #cutLaboratory: (isCut: boolean) => void;

  /** @param cutLaboratory cuts and mends the line to the laboratory */
  constructor(cutLaboratory: (isCut: boolean) => void) {
    this.#cutLaboratory = cutLaboratory;
  }

  /** Cuts the network between workstations and the environment, also what is open, or mends it. */
  cutNetwork(isCut: boolean): void {
    this.#isCut = isCut;
    if (isCut) for (const socket of this.#workstations) socket.destroy();
  }

  stopPrinters(isStopped: boolean): void {
    this.#isWithoutPrinters = isStopped;
  }

  stopLaboratory(isStopped: boolean): void {
    this.#cutLaboratory(isStopped);
  }

  /** Whether a request does not come further than here; then it is answered, or its connection is gone. */
  take(request: IncomingMessage, response: ServerResponse): boolean {
    if (!isFromPage(request)) return false;
    if (this.#isCut) {
      request.socket.destroy();
      return true;
    }
    this.#remember(request.socket);
    if (!this.#isWithoutPrinters || !PRINTING.test(request.url ?? '')) return false;
    response.writeHead(503, { 'content-type': 'application/fhir+json; charset=utf-8' });
    response.end(JSON.stringify(NO_PRINTER));
    return true;
  }

  #remember(socket: Socket): void {
    if (this.#workstations.has(socket)) return;
    this.#workstations.add(socket);
    socket.once('close', () => this.#workstations.delete(socket));
  }
}

/** A browser says of its requests where they come from; other clients do not. */
const isFromPage = ({ headers }: IncomingMessage): boolean => headers['sec-fetch-site'] !== undefined;

const PRINTING = /^\/fhir\/Encounter\/[^/]+\/\$print/;

const NO_PRINTER = {
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code: 'transient', details: { text: 'Skrivaren svarar inte.' } }],
};
