import {
  Button,
  EmptyState,
  Form,
  Page,
  Section,
  StatusTag,
  Table,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { Board, BoardLine } from '../read-pay.ts';
import { texts } from '../texts/index.ts';
import { amountText } from './amount.ts';
import { monthText } from './month.ts';
import { stageOf } from './stage.ts';

/** Every employer of the official on one page. */
export function BoardPage({ board, next }: { readonly board: Board; readonly next: string }) {
  const t = useTexts(texts);
  const { language } = usePage();
  const { lines, time } = board;
  const toApprove = time.length > 0 && (
    <Section title={t.time.link}>
      <ul class="ds-list">
        {time.map(({ slug, name }) => (
          <li key={slug}>
            <a class="ds-link" href={`/lon/${slug}/tid`}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
  const beside = lines.flatMap((line) => line.beside.map((run) => ({ authority: line.authority, run })));
  const country = ({ authority }: BoardLine) => (authority.country === 'SE' ? 'SE' : 'AX');
  if (lines.length === 0) return <Page title={t.board.title}>{toApprove || <EmptyState title={t.board.empty} />}</Page>;
  return (
    <Page title={t.board.title} lead={t.board.lead} width="wide" look="dense">
      <p>
        <a class="ds-link" href="/lon/undantag">
          {t.exceptions.link}
        </a>
      </p>
      <p>
        <a class="ds-link" href="/lon/regler">
          {t.preview.link}
        </a>
      </p>
      <Table
        caption={t.board.caption}
        captionHidden
        rows={lines}
        rowKey={({ authority }) => authority.slug}
        columns={[
          {
            header: t.board.employer,
            names: true,
            cell: ({ authority, run }) =>
              run ? (
                <a class="ds-link" href={`/lon/${authority.slug}/${run.id}`}>
                  {authority.name}
                </a>
              ) : (
                authority.name
              ),
          },
          { header: t.board.month, cell: ({ run }) => (run ? monthText(run.from, language) : t.board.none) },
          {
            header: t.board.state,
            cell: ({ run }) => run && <StatusTag stage={stageOf[run.state]} label={t.states[run.state]} />,
          },
          { header: t.board.left, align: 'end', cell: ({ counts }) => counts?.left ?? '' },
          { header: t.board.people, align: 'end', cell: ({ sums }) => sums?.people ?? '' },
          {
            header: t.board.net,
            align: 'end',
            cell: (line) => line.sums && amountText(line.sums.net, country(line), language),
          },
          {
            header: t.board.next,
            cell: ({ authority, run, mayHandle }) =>
              mayHandle &&
              (run === null || run.from.slice(0, 7) < next) && (
                <Form action={`/lon/${authority.slug}/oppna`} class="al-form al-form--inline">
                  <input type="hidden" name="month" value={next} />
                  <Button variant="secondary" size="sm" context={authority.name}>
                    {t.board.open(monthText(next, language))}
                  </Button>
                </Form>
              ),
          },
        ]}
      />
      {beside.length > 0 && (
        <Section title={t.beside.underWay}>
          <ul class="ds-list">
            {beside.map(({ authority, run }) => (
              <li key={run.id}>
                <a class="ds-link" href={`/lon/${authority.slug}/${run.id}`}>
                  {authority.name}: {t.beside.kinds[run.kind].toLowerCase()} {monthText(run.from, language)}
                </a>{' '}
                <StatusTag stage={stageOf[run.state]} label={t.states[run.state]} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {toApprove}
    </Page>
  );
}
