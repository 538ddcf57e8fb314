import {
  Actions,
  Alert,
  Button,
  type FieldError,
  Form,
  Page,
  RadioGroup,
  useTexts,
} from '../../../kernel/html/index.ts';
import { OverviewLists } from '../../overview/index.ts';
import type { FiledCase } from '../filed-case.ts';
import { type OfficeOverview, overviewPurposes } from '../office-overview.ts';
import { texts } from '../texts/index.ts';

type AskProps = { readonly filed: FiledCase; readonly href: string; readonly errors?: readonly FieldError[] };

/** Asks what for; nothing of the person's is shown before that has been said. */
export function AskForOverview({ filed, href, errors = [] }: AskProps) {
  const t = useTexts(texts).officeOverview;
  return (
    <Page
      title={t.title}
      lead={t.lead}
      breadcrumbs={crumbs(filed, href, useTexts(texts).office.backToQueue)}
      hasErrors={errors.length > 0}
    >
      <Form action={`${href}/oversikt`}>
        <RadioGroup
          name="purpose"
          label={t.purpose}
          hint={t.purposeHint}
          value=""
          choices={overviewPurposes.map((value) => ({ value, label: t.purposes[value] }))}
          error={errors[0]?.text}
        />
        <Actions>
          <Button>{t.show}</Button>
        </Actions>
      </Form>
    </Page>
  );
}

type ShownProps = { readonly view: OfficeOverview; readonly href: string };

/** The same lists as the resident has before them, in the language that they read. */
export function OfficeOverviewPage({ view, href }: ShownProps) {
  const { filed, items, withheld, more } = view;
  const t = useTexts(texts).officeOverview;
  return (
    <Page title={t.title} width="wide" breadcrumbs={crumbs(filed, href, useTexts(texts).office.backToQueue)}>
      <Alert tone="info" title={t.notedTitle}>
        <p>{t.noted}</p>
        {withheld > 0 && <p>{t.withheld(withheld)}</p>}
        {more && <p>{t.more}</p>}
      </Alert>
      <OverviewLists
        items={items.map((item) => ({ ...item, also: [] }))}
        view={{ ball: null, search: '' }}
        names={new Map()}
        isPartial={withheld > 0 || more}
      />
    </Page>
  );
}

function crumbs(filed: FiledCase, href: string, queue: string) {
  return [
    { href: '/handlaggning', label: queue },
    { href, label: filed.diaryNumber },
  ];
}
