import { Alert } from '../alert.tsx';
import { Button, ButtonLink } from '../button.tsx';
import { CardList } from '../card-list.tsx';
import { Confirmation } from '../confirmation.tsx';
import { Details } from '../details.tsx';
import { EmptyState } from '../empty-state.tsx';
import { Explanation } from '../explanation.tsx';
import { Actions } from '../form.tsx';
import { Prose, Section, Split } from '../layout.tsx';
import { LocalNavigation } from '../local-navigation.tsx';
import { Day, Moment } from '../moment.tsx';
import { useTexts } from '../page-context.ts';
import { Pagination } from '../pagination.tsx';
import { Progress, Steps } from '../progress.tsx';
import { StatusTag, Tag } from '../status-tag.tsx';
import { SummaryList } from '../summary-list.tsx';
import { TaskList } from '../task-list.tsx';
import { Timeline } from '../timeline.tsx';
import { sampleExplanation } from './sample-explanation.ts';
import { samples } from './samples/index.ts';

const zone = 'Europe/Mariehamn';
const at = Temporal.Instant.from('2026-03-27T12:05:00Z');
const here = '/utveckling/komponenter';

export function TextSection() {
  const t = useTexts(samples);
  return (
    <Section title={t.sections.text} id="text">
      <p>
        {t.paragraph} <a href={here}>{t.link}</a>
      </p>
      <Alert>{t.alerts.info}</Alert>
      <Alert tone="success">{t.alerts.success}</Alert>
      <Alert tone="warning" title={t.alerts.warningTitle}>
        <p>{t.alerts.warning}</p>
      </Alert>
      <Alert tone="danger">{t.alerts.danger}</Alert>
      <Confirmation heading={t.confirmation} reference="SOT 2026/17">
        <p>{t.confirmationText}</p>
      </Confirmation>
      <Details summary={t.details}>
        <Prose text={`${t.paragraph}\n\n${t.paragraph}`} />
      </Details>
      <Explanation of={sampleExplanation} open />
    </Section>
  );
}

export function ButtonSection() {
  const t = useTexts(samples).buttons;
  const { sections } = useTexts(samples);
  return (
    <Section title={sections.buttons} id="knappar">
      <Actions>
        <Button type="button">{t.send}</Button>
        <Button type="button" variant="secondary">
          {t.save}
        </Button>
        <Button type="button" variant="tertiary">
          {t.back}
        </Button>
      </Actions>
      <Actions>
        <Button type="button" tone="danger">
          {t.remove}
        </Button>
        <Button type="button" variant="secondary" tone="danger">
          {t.remove}
        </Button>
        <ButtonLink href={here} variant="secondary" size="sm" context={t.send}>
          {t.next}
        </ButtonLink>
      </Actions>
    </Section>
  );
}

export function CaseSection() {
  const t = useTexts(samples);
  const e = t.events;
  return (
    <Section title={t.sections.cases} id="arenden">
      <Split
        asideLabel={t.asideLabel}
        aside={
          <SummaryList
            rows={[
              { label: t.queueColumns.number, value: 'SOT 2026/17' },
              { label: t.queueColumns.stage, value: <StatusTag stage="waiting-applicant" /> },
              { label: t.queueColumns.came, value: <Moment at={at} zone={zone} /> },
              { label: t.handler, value: e.officer, changeHref: here },
            ]}
          />
        }
      >
        <Timeline
          zone={zone}
          items={[
            { key: '4', at, title: e.decided, by: e.officer, body: <p>{e.decidedBody}</p>, weight: 'main' },
            { key: '3', at, title: e.note, by: e.officer, weight: 'quiet' },
            { key: '2', at, title: e.asked, by: e.officer },
            { key: '1', at, title: e.filed },
          ]}
        />
        <SummaryList
          title={t.summary}
          changeHref={here}
          rows={[
            { label: t.name, value: 'Anna Karlsson', changeHref: here },
            { label: t.guardians, value: t.guardiansValue, changeHref: here },
            { label: t.born, value: <Day on={Temporal.PlainDate.from('2024-02-29')} />, changeHref: here },
            { label: t.phone, value: '', changeHref: here },
          ]}
        />
      </Split>
      <div class="al-actions">
        <StatusTag stage="draft" />
        <StatusTag stage="open" />
        <StatusTag stage="waiting-applicant" />
        <StatusTag stage="waiting-other" />
        <StatusTag stage="closed" />
        <StatusTag stage="closed" label={t.granted} />
        <Tag tone="danger">{t.secret}</Tag>
        <Tag tone="info">{t.news}</Tag>
      </div>
    </Section>
  );
}

export function ListSection() {
  const t = useTexts(samples);
  return (
    <>
      <LocalNavigation
        label={t.localLabel}
        items={t.local.map((label, index) => ({
          href: `${here}?lista=${index}`,
          label,
          current: index === 0,
          count: 12 - index,
        }))}
      />
      <CardList
        level={3}
        layout="grid"
        items={t.services.map((service, index) => ({ href: `${here}?tjanst=${index}`, ...service }))}
      />
      <CardList
        level={3}
        items={t.messages.map((message, index) => ({
          href: `${here}?meddelande=${index}`,
          title: message.title,
          text: message.from,
          unread: message.unread,
          meta: <Moment at={at} zone={zone} />,
          tag: index === 0 ? <Tag tone="info">{t.news}</Tag> : <StatusTag stage="waiting-applicant" />,
        }))}
      />
      <Pagination previousHref={`${here}?fore=1`} nextHref={`${here}?efter=2`} />
    </>
  );
}

export function StateSection() {
  const t = useTexts(samples);
  const [child = '', income = '', wishes = '', send = ''] = t.tasks;
  return (
    <Section title={t.sections.states} id="lagen">
      <Steps current={2} total={6} />
      <TaskList
        items={[
          { title: child, href: `${here}?steg=1`, status: 'done' },
          { title: income, href: `${here}?steg=2`, hint: t.taskHint, status: 'problem' },
          { title: wishes, href: `${here}?steg=3`, status: 'started' },
          { title: send, status: 'later' },
        ]}
      />
      <Progress label={t.progress} percent={40} href={here} />
      <EmptyState title={t.empty} action={<ButtonLink href={here}>{t.emptyAction}</ButtonLink>}>
        <p>{t.emptyText}</p>
      </EmptyState>
      <p>
        {t.refusals} <a href={`${here}/avslag`}>409</a> · <a href={`${here}/fel`}>500</a>
      </p>
    </Section>
  );
}
