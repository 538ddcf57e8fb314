import { Moment } from '../moment.tsx';
import { useTexts } from '../page-context.ts';
import { type Stage, StatusTag } from '../status-tag.tsx';
import { Table } from '../table.tsx';
import { samples } from './samples/index.ts';

const at = Temporal.Instant.from('2026-03-27T12:05:00Z');

export function Tables() {
  const t = useTexts(samples);
  const fees = t.rows.map((form, index) => ({ form, share: `${12 - 3 * index} %`, cap: `${311 - 90 * index},00 €` }));
  const cases = (['open', 'waiting-applicant', 'closed'] as const satisfies Stage[]).map((stage, index) => ({
    number: `SOT 2026/${17 - index}`,
    service: t.services[index]?.title,
    stage,
  }));
  return (
    <>
      <Table
        caption={t.table}
        rows={fees}
        rowKey={(fee) => fee.form}
        columns={[
          { header: t.columns.form, cell: (fee) => fee.form, names: true },
          { header: t.columns.share, cell: (fee) => fee.share, align: 'end' },
          { header: t.columns.cap, cell: (fee) => fee.cap, align: 'end' },
        ]}
        footer={[t.sum, '', '622,00 €']}
        keepColumns
      />
      <Table
        caption={t.queue}
        rows={cases}
        rowKey={(row) => row.number}
        columns={[
          {
            header: t.queueColumns.service,
            cell: (row) => <a href="/utveckling/komponenter">{row.service}</a>,
            names: true,
          },
          { header: t.queueColumns.number, cell: (row) => row.number },
          { header: t.queueColumns.authority, cell: () => 'Sottunga' },
          { header: t.queueColumns.came, cell: () => <Moment at={at} zone="Europe/Mariehamn" short /> },
          { header: t.queueColumns.stage, cell: (row) => <StatusTag stage={row.stage} /> },
        ]}
      />
    </>
  );
}
