import type { Operator } from '../operator.ts';
import { ageOut } from './age-out.ts';
import { allow } from './allow.ts';
import { answerWith } from './answer-with.ts';
import { carryOver } from './carry-over.ts';
import { changeNumber } from './change-number.ts';
import { changeText } from './change-text.ts';
import { copyToOtherPatient } from './copy-to-other-patient.ts';
import { copyToOtherUnit } from './copy-to-other-unit.ts';
import { delay } from './delay.ts';
import { deny } from './deny.ts';
import { dropField } from './drop-field.ts';
import { duplicate } from './duplicate.ts';
import { ignoreParameter } from './ignore-parameter.ts';
import { keepFormer } from './keep-former.ts';
import { keepItems } from './keep-items.ts';
import { limit } from './limit.ts';
import { loseRow } from './lose-row.ts';
import { mistakenForLatest } from './mistaken-for-latest.ts';
import { mixIn } from './mix-in.ts';
import { omit } from './omit.ts';
import { omitRepeated } from './omit-repeated.ts';
import { pageElement } from './page-element.ts';
import { reorder } from './reorder.ts';
import { revert } from './revert.ts';
import { setField } from './set-field.ts';
import { stale } from './stale.ts';
import { swapFields } from './swap-fields.ts';
import { timeShift } from './time-shift.ts';
import { vanish } from './vanish.ts';
import { wrongAuthor } from './wrong-author.ts';
import { wrongPatient } from './wrong-patient.ts';
import { wrongRecipient } from './wrong-recipient.ts';

/** Every operator, by its name. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [
    ageOut,
    allow,
    answerWith,
    carryOver,
    changeNumber,
    changeText,
    copyToOtherPatient,
    copyToOtherUnit,
    delay,
    deny,
    dropField,
    duplicate,
    ignoreParameter,
    keepFormer,
    keepItems,
    limit,
    loseRow,
    mistakenForLatest,
    mixIn,
    omit,
    omitRepeated,
    pageElement,
    reorder,
    revert,
    setField,
    stale,
    swapFields,
    timeShift,
    vanish,
    wrongAuthor,
    wrongPatient,
    wrongRecipient,
  ].map((operator) => [operator.name, operator]),
);
