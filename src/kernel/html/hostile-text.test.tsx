import type { ComponentChild } from 'preact';
import { expect, test } from 'vitest';
import * as html from './index.ts';
import { testContext } from './test-context.ts';

const evil = `"'><script>alert(1)</script><img src=x onerror="x">&`;
const field = { name: evil, label: evil, hint: evil, error: evil };
const choices = [{ value: evil, label: evil, hint: evil }];
const at = Temporal.Instant.from('2026-03-27T12:05:00Z');
const inEach = { sv: evil, fi: evil, en: evil };

const components: Readonly<Record<string, ComponentChild>> = {
  Alert: <html.Alert title={evil}>{evil}</html.Alert>,
  Breadcrumbs: <html.Breadcrumbs items={[{ href: evil, label: evil }]} />,
  Button: (
    <html.Button name={evil} value={evil} context={evil} shortcut={evil}>
      {evil}
    </html.Button>
  ),
  ButtonLink: <html.ButtonLink href={evil}>{evil}</html.ButtonLink>,
  CardList: <html.CardList items={[{ href: evil, title: evil, text: evil, meta: evil, tag: evil, unread: evil }]} />,
  Checkbox: <html.Checkbox {...field} value={evil} />,
  CheckboxGroup: <html.CheckboxGroup {...field} choices={choices} values={[evil]} />,
  Confirmation: <html.Confirmation heading={evil} reference={evil} />,
  DateField: <html.DateField {...field} value={{ day: evil, month: evil, year: evil }} />,
  Details: (
    <html.Details summary={evil} figure={evil}>
      {evil}
    </html.Details>
  ),
  EmailField: <html.EmailField {...field} value={evil} />,
  EmptyState: <html.EmptyState title={evil}>{evil}</html.EmptyState>,
  ErrorSummary: <html.ErrorSummary errors={[{ field: evil, text: evil }]} />,
  Explanation: (
    <html.Explanation
      of={{
        what: inEach,
        amount: inEach,
        facts: [{ label: inEach, value: inEach }],
        rules: [{ label: inEach, source: evil }],
        next: inEach,
      }}
    />
  ),
  Fieldset: (
    <html.Fieldset name={evil} legend={evil} hint={evil} error={evil}>
      {evil}
    </html.Fieldset>
  ),
  FileField: (
    <html.FileField {...field} accept={evil} typeNames={evil} kept={[{ name: evil, size: evil, remove: evil }]} />
  ),
  Form: <html.Form action={evil}>{evil}</html.Form>,
  LocalNavigation: <html.LocalNavigation label={evil} items={[{ href: evil, label: evil }]} />,
  Moment: <html.Moment at={at} zone="Europe/Mariehamn" />,
  MoneyField: <html.MoneyField {...field} currency="EUR" value={evil} />,
  NumberField: <html.NumberField {...field} unit={evil} value={evil} />,
  Page: <html.Page title={evil} kicker={evil} lead={evil} breadcrumbs={[{ href: evil, label: evil }]} />,
  Pagination: <html.Pagination previousHref={evil} nextHref={evil} />,
  PhoneField: <html.PhoneField {...field} value={evil} />,
  Progress: <html.Progress label={evil} href={evil} />,
  Prose: <html.Prose text={evil} />,
  RadioGroup: <html.RadioGroup {...field} choices={choices} value={evil} />,
  RefusalPage: <html.RefusalPage what={evil} why={evil} next={evil} requestId={evil} status={404} />,
  RepeatGroup: (
    <html.RepeatGroup name={evil} legend={evil} items={[evil, evil]} itemLabel={() => evil} addLabel={evil} />
  ),
  SearchField: <html.SearchField {...field} value={evil} />,
  Section: (
    <html.Section title={evil} id={evil} action={evil}>
      {evil}
    </html.Section>
  ),
  Select: <html.Select {...field} choices={choices} value={evil} empty={evil} />,
  Split: (
    <html.Split aside={evil} asideLabel={evil}>
      {evil}
    </html.Split>
  ),
  StatusTag: <html.StatusTag stage="open" label={evil} />,
  SummaryList: (
    <html.SummaryList title={evil} rows={[{ label: evil, value: evil, changeHref: evil }]} changeHref={evil} />
  ),
  Table: (
    <html.Table
      caption={evil}
      columns={[
        { header: evil, cell: () => evil, names: true },
        { header: `${evil}2`, cell: () => evil },
      ]}
      rows={[1]}
      rowKey={String}
      footer={[evil, evil]}
    />
  ),
  Tag: <html.Tag>{evil}</html.Tag>,
  TaskList: <html.TaskList items={[{ title: evil, href: evil, hint: evil, status: 'todo' }]} />,
  TextArea: <html.TextArea {...field} value={evil} limit={10} />,
  TextField: <html.TextField {...field} value={evil} autocomplete={evil} />,
  Timeline: <html.Timeline zone="Europe/Mariehamn" items={[{ key: evil, at, title: evil, by: evil, body: evil }]} />,
  YesNo: <html.YesNo {...field} />,
};

const shown = testContext({
  path: `/${evil}`,
  csrf: evil,
  requestId: evil,
  reader: { name: evil, kind: 'person', assurance: 'high' },
  authority: { slug: evil, name: evil, themeHref: evil, contact: { email: evil, phone: evil, address: [evil] } },
  navigation: [{ href: evil, label: inEach }],
});

test.each(Object.entries(components))('%s escapes whatever it is given', (_name, component) => {
  const written = html.renderPart(component, shown);
  expect(written).not.toContain('<script>');
  expect(written).not.toContain('<img');
  expect(written).not.toMatch(/="[^"]*"[^\s/>]/);
});

test('every component that the face offers is tried here', () => {
  const notAlone = ['Actions', 'Day', 'DefectPage', 'Later', 'Steps'];
  const offered = Object.keys(html).filter((name) => /^[A-Z]/.test(name) && !notAlone.includes(name));
  expect(Object.keys(components).sort()).toEqual(offered.sort());
});
