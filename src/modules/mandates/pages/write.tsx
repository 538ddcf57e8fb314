import {
  Actions,
  Button,
  DateField,
  ErrorSummary,
  errorAt,
  Form,
  Page,
  RadioGroup,
  Select,
  SummaryList,
  TextField,
  usePage,
  useTexts,
  YesNo,
} from '../../../kernel/html/index.ts';
import { errandQuery } from '../errand.ts';
import { mandatesHref } from '../mandates-href.ts';
import { texts } from '../texts/index.ts';
import { writeTexts } from '../write-texts/index.ts';
import { GiversFields, HolderFields } from './people-fields.tsx';
import type { WriteProps } from './write-props.ts';

/** The form of every mandate: given, asked for, changed, renewed or passed on. */
export function WritePage({ model, typed, errors }: WriteProps) {
  const t = useTexts(texts).create;
  const w = useTexts(writeTexts);
  const { errand, template, older } = model;
  const keepsPeople = errand.kind === 'change' || errand.kind === 'renew';
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join(', ');
  return (
    <Page
      title={t.template[template]}
      kicker={w.title[errand.kind]}
      {...(keepsPeople ? { lead: w.lead[errand.kind] } : {})}
      breadcrumbs={[
        { href: mandatesHref, label: t.back },
        { href: `${mandatesHref}/ny?${errandQuery(errand)}`, label: w.title[errand.kind] },
      ]}
      hasErrors={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <Form action={`${mandatesHref}/ny/granska`} enterSubmits>
        <Hidden model={model} />
        {keepsPeople && older ? (
          <SummaryList
            rows={[
              { label: w.givenBy, value: names(older.terms.grantors) },
              { label: w.givenTo, value: names(older.terms.holders) },
            ]}
          />
        ) : (
          <>
            <GiversFields model={model} typed={typed} errors={errors} />
            <HolderFields model={model} typed={typed} errors={errors} />
          </>
        )}
        <WhatFields model={model} typed={typed} errors={errors} />
        <DateField name="from" label={t.from} value={typed.from} error={errorAt(errors, 'from')} />
        <DateField name="to" label={t.to} hint={t.toHint} value={typed.to} error={errorAt(errors, 'to')} />
        <Actions>
          <Button>{t.next}</Button>
        </Actions>
      </Form>
    </Page>
  );
}

function Hidden({ model: { errand, template } }: Pick<WriteProps, 'model'>) {
  const query = new URLSearchParams(errandQuery(errand));
  return (
    <>
      <input type="hidden" name="mall" value={template} />
      {[...query].map(([name, value]) => (
        <input type="hidden" key={name} name={name} value={value} />
      ))}
    </>
  );
}

/** What for, at which level, and whether it may be passed on. */
function WhatFields({ model: { template, subjects, errand, older }, typed, errors }: WriteProps) {
  const t = useTexts(texts).create;
  const { language } = usePage();
  const list = template === 'service' ? t.service : template === 'case' ? t.case : t.authority;
  const choices = subjects.map(({ value, name }) => ({ value, label: name[language] }));
  const most = errand.kind === 'pass-on' && older?.terms.level === 'passive' ? 'passive' : 'active';
  const levels = (['passive', 'active'] as const).filter((one) => one === 'passive' || most === 'active');
  return (
    <>
      {template === 'case' && choices.length === 0 && <p>{t.noCases}</p>}
      {template !== 'everything' && (
        <Select
          name="subject"
          label={list}
          choices={choices}
          value={typed.subject}
          error={errorAt(errors, 'subject')}
        />
      )}
      {template === 'property' && (
        <TextField
          name="property"
          label={t.property}
          hint={t.propertyHint}
          value={typed.property}
          error={errorAt(errors, 'property')}
          width="half"
        />
      )}
      {template !== 'mail' && (
        <RadioGroup
          name="level"
          label={t.level}
          value={typed.level}
          choices={levels.map((value) => ({ value, label: t.levels[value] }))}
          error={errorAt(errors, 'level')}
        />
      )}
      <YesNo
        name="passOn"
        label={t.passOn}
        value={typed.passOn === 'yes' ? 'yes' : typed.passOn === 'no' ? 'no' : undefined}
        error={errorAt(errors, 'passOn')}
      />
    </>
  );
}
