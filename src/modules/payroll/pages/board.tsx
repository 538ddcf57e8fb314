import { Button, EmptyState, Form, Page, StatusTag, Table, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { BoardLine } from '../read-pay.ts';
import { texts } from '../texts/index.ts';
import { amountText } from './amount.ts';
import { stageOf } from './stage.ts';

/** Every employer of the official on one page. */
export function BoardPage({ lines, next }: { readonly lines: readonly BoardLine[]; readonly next: string }) {
  const t = useTexts(texts);
  const { language } = usePage();
  const country = ({ authority }: BoardLine) => (authority.country === 'SE' ? 'SE' : 'AX');
  if (lines.length === 0)
    return (
      <Page title={t.board.title}>
        <EmptyState title={t.board.empty} />
      </Page>
    );
  return (
    <Page title={t.board.title} lead={t.board.lead} width="wide" look="dense">
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
          { header: t.board.month, cell: ({ run }) => run?.from.slice(0, 7) ?? t.board.none },
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
            header: t.board.open,
            cell: ({ authority, run }) =>
              (run === null || run.from.slice(0, 7) < next) && (
                <Form action={`/lon/${authority.slug}/oppna`} class="al-form al-form--inline">
                  <input type="hidden" name="month" value={next} />
                  <Button variant="secondary">{`${t.board.open} ${next}`}</Button>
                </Form>
              ),
          },
        ]}
      />
    </Page>
  );
}
