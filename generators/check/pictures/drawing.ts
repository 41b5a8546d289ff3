import type { Picture } from '../report.ts';
import type { CheckContext, Observer } from '../rule.ts';

/** Watches a population in order to draw it. */
interface Drawing extends Observer {
  draw(): Picture;
}

export type MakeDrawing = (context: CheckContext) => Drawing;
