import type { Envelope } from '@cucumber/messages';

/** What the robot leaves of a step that could not be looked at here, with the reason as its text. */
export const NOT_COVERED_MEDIA_TYPE = 'text/x.genrep.not-covered';

/**
 * Makes cucumber's messages say of such a step that it is pending. cucumber-js would skip all that follows a pending step,
 * and the robot goes on: for cucumber the step has passed, and every report that cucumber makes would count it so. The
 * message is changed where it passes by, before any formatter has read it; the result in it is the runner's own, and is
 * replaced and never changed.
 */
export function tellNotCovered(): (message: Envelope) => void {
  const reasons = new Map<string, string>();
  return ({ attachment, testStepFinished }) => {
    if (attachment?.mediaType === NOT_COVERED_MEDIA_TYPE)
      reasons.set(`${attachment.testCaseStartedId} ${attachment.testStepId}`, attachment.body);
    if (testStepFinished === undefined) return;
    const { testCaseStartedId, testStepId, testStepResult } = testStepFinished;
    const reason = reasons.get(`${testCaseStartedId} ${testStepId}`);
    if (reason === undefined || testStepResult.status !== 'PASSED') return;
    const pending = { ...testStepResult, status: 'PENDING', message: reason };
    Object.assign(testStepFinished, { testStepResult: pending });
  };
}
