import type { Request } from './request.ts';

/**
 * Requests by priority and, within one priority, first come first served. Joined from the end, so that joining is
 * immediate unless somebody is overtaken.
 */
export class Line {
  first: Request | undefined = undefined;
  last: Request | undefined = undefined;
  length = 0;
  /** Those among them who are no breaks. */
  atWork = 0;

  join(request: Request): void {
    let before = this.last;
    while (before !== undefined && this.overtakes(request, before)) before = before.before;
    const behind = before === undefined ? this.first : before.behind;
    request.before = before;
    request.behind = behind;
    if (before === undefined) this.first = request;
    else before.behind = request;
    if (behind === undefined) this.last = request;
    else behind.before = request;
    this.length++;
    if (!request.rests) this.atWork++;
  }

  leave(request: Request): void {
    const { before, behind } = request;
    if (before === undefined) this.first = behind;
    else before.behind = behind;
    if (behind === undefined) this.last = before;
    else behind.before = before;
    request.before = undefined;
    request.behind = undefined;
    this.length--;
    if (!request.rests) this.atWork--;
  }

  /** Whether one who comes goes before one who is there. */
  protected overtakes(comes: Request, isThere: Request): boolean {
    return comes.priority < isThere.priority || (comes.resumes && comes.priority === isThere.priority);
  }
}
