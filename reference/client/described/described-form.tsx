import type { Resource, Task } from '@medplum/fhirtypes';
import { Select, Textarea, TextField } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { Refusal } from '../fhir/errors.ts';
import { numberOf } from '../fhir/numbers.ts';
import { unitBehind, unitsOf } from '../fhir/units.ts';
import { FormCard, type Values } from '../parts/form-card.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { useSession } from '../session/session.tsx';
import { useLanguage, useTexts } from '../texts/language.tsx';
import { numberIn, type Shown } from './described-list.tsx';
import type { FieldDescription, FormDescription, ListDescription, Words } from './description.ts';
import { filled, type Scope, valueAt } from './fill.ts';
import { patientBehind } from './patient-behind.ts';

/** One form, by its description: makes new records, or changes the one that is chosen. */
export function DescribedForm(props: {
  readonly form: FormDescription;
  /** The list that a record is chosen from. */
  readonly list: ListDescription;
  readonly records: readonly Shown[];
  /** What is known of the patient: `patient`, `name`, `identity`, `encounter`; the patient is the record's where it is of none. */
  readonly about: Scope;
  saved(): void;
}): ReactNode {
  const { form, list, records, about, saved } = props;
  const { account, fhir } = useSession();
  const { language } = useLanguage();
  const { common } = useTexts();

  /** What one field says, and what follows from it. */
  const saidIn = async (field: FieldDescription, values: Values): Promise<Scope> => {
    const { name } = field;
    const text = values.text(name).trim();
    switch (field.kind) {
      case 'number':
        return { [name]: values.number(name) };
      case 'time': {
        const start = new Date(text.replace(' ', 'T'));
        const end = new Date(start.getTime() + field.minutes * 60_000);
        return { [name]: start.toISOString(), [`${name}End`]: end.toISOString() };
      }
      case 'unit': {
        const unit = (await unitsOf(fhir, field.of)).find(({ id }) => id === text);
        return { [name]: unit?.reference, [`${name}HsaId`]: unit?.hsaId, [`${name}Name`]: unit?.name };
      }
      case 'record': {
        const record = records.find(({ id }) => id === text);
        if (record === undefined) throw new Refusal(404, common.notOnList);
        return {
          record,
          patient: about.patient ?? patientBehind(record),
          [name]: `${record.resourceType}/${record.id}`,
          [`${name}Words`]: valueAt(record, list.columns[1]?.way ?? ''),
        };
      }
      default:
        return { [name]: text === '' ? undefined : text };
    }
  };

  const save = async (values: Values): Promise<{ number: string }> => {
    const own = await unitBehind(fhir, account.unit?.reference);
    const scope: Record<string, unknown> = {
      ...about,
      now: new Date().toISOString(),
      unit: own?.reference,
      hsaId: own?.hsaId,
      unitName: own?.name,
    };
    for (const field of form.fields) Object.assign(scope, await saidIn(field, values));
    if (form.asRows) scope.rows = rowsOf(form.fields, scope);
    const record = scope.record as Shown | undefined;
    let number = record === undefined ? '' : numberIn(list, record);
    for (const [at, template] of (form.makes ?? []).entries()) {
      const made = await fhir.create(filled(template, scope) as Resource);
      scope[`made${at}`] = `${made.resourceType}/${made.id}`;
      if (at === 0) number = numberOf(made);
    }
    if (form.changes !== undefined && record !== undefined)
      await fhir.update({ ...record, ...(filled(form.changes, scope) as object) });
    saved();
    return { number };
  };

  return (
    <FormCard name={form.name[language]} submit={form.submit[language]} act={form.act} save={save}>
      {form.fields.map((field) => (
        <Field key={field.name} field={field} list={list} records={records} />
      ))}
    </FormCard>
  );
}

/** What a record is, as its second column tells it. */
function whatIn({ columns: [, what] }: ListDescription, record: Shown, language: keyof Words): string {
  const value = valueAt(record, what?.way ?? '');
  const words = typeof what?.as === 'object' ? what.as[String(value)]?.[language] : undefined;
  return words ?? String(value ?? '');
}

/** What the fields that were filled in say, as a Task has it. */
const rowsOf = (fields: FormDescription['fields'], scope: Scope): Task['input'] =>
  fields.flatMap(({ kind, name, label }) =>
    (kind === 'line' || kind === 'text') && scope[name] !== undefined
      ? [{ type: { text: label.sv }, valueString: String(scope[name]) }]
      : [],
  );

function Field(props: {
  readonly field: FieldDescription;
  readonly list: ListDescription;
  readonly records: readonly Shown[];
}): ReactNode {
  const { field, list, records } = props;
  const { language } = useLanguage();
  const label = field.label[language];
  const common = { size: 'small', name: field.name, label } as const;
  switch (field.kind) {
    case 'text':
      return <Textarea {...common} minRows={2} required={field.mayBeEmpty !== true} />;
    case 'unit':
      return <UnitSelect kind={field.of} name={field.name} label={label} />;
    case 'choice':
      return (
        <Select {...common}>
          {Object.entries(field.of).map(([key, words]) => (
            <option key={key} value={key}>
              {words[language]}
            </option>
          ))}
        </Select>
      );
    case 'record':
      return (
        <Select {...common} key={records.map(({ id }) => id).join()}>
          {records.map((record) => (
            <option key={record.id} value={record.id}>
              {numberIn(list, record)} {whatIn(list, record, language)}
            </option>
          ))}
        </Select>
      );
    default:
      return (
        <TextField
          {...common}
          required={!('mayBeEmpty' in field)}
          autoComplete="off"
          {...PATTERNS[field.kind]}
        />
      );
  }
}

const PATTERNS = {
  line: {},
  number: { inputMode: 'decimal', pattern: '[0-9]+([.,][0-9]+)?' },
  day: { pattern: '[0-9]{4}-[0-9]{2}-[0-9]{2}' },
  time: { pattern: '[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}' },
} as const;
