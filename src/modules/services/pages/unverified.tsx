import { Page, Section, Table, Tag, usePage, useTexts } from '../../../kernel/html/index.ts';
import { useOperationsCrumb } from '../../../kernel/operations/operations-crumb.ts';
import type { Parameter } from '../../../kernel/parameters/parameter.ts';
import type { Country, ServiceDefinition } from '../format/definition.ts';
import { wordsOf } from '../format/words.ts';
import type { Unverified } from '../offer.ts';
import { texts } from '../texts/index.ts';

export type UnverifiedPageProps = {
  readonly services: readonly {
    readonly definition: ServiceDefinition;
    readonly found: readonly { readonly country: Country; readonly all: readonly Unverified[] }[];
  }[];
  readonly parameters: readonly Parameter[];
  readonly isStrict: boolean;
};

/** For the operator: which services and figures rest on something that nobody has checked, and what comes of it. */
export function UnverifiedPage({ services, parameters, isStrict }: UnverifiedPageProps) {
  const t = useTexts(texts).adoption;
  const { language } = usePage();
  return (
    <Page title={t.operatorTitle} lead={t.operatorLead} width="wide" breadcrumbs={[useOperationsCrumb()]}>
      {services.map(({ definition, found }) => {
        const words = wordsOf(definition, {}, language);
        const title = `${words.of('title')}, ${t.version(definition.version).toLocaleLowerCase(language)}`;
        const rows = found.flatMap(({ country, all }) => all.map((one) => ({ ...one, country })));
        return (
          <Section key={definition.id} title={title}>
            <p class="al-muted">{definition.id}</p>
            {rows.length === 0 ? (
              <Tag tone="success">{t.allVerified}</Tag>
            ) : (
              <>
                <Tag tone="warning">{isStrict ? t.strict : t.lax}</Tag>
                <Table
                  caption={title}
                  captionHidden
                  rows={rows}
                  rowKey={(row) => `${row.country} ${row.kind} ${row.id}`}
                  columns={[
                    {
                      header: t.what,
                      cell: (row) => `${t.countries[row.country]}: ${words.of(row.what)}`,
                      names: true,
                    },
                    { header: t.kind, cell: (row) => t.kinds[row.kind] },
                    { header: t.source, cell: (row) => row.source },
                  ]}
                />
              </>
            )}
          </Section>
        );
      })}
      <Section title={t.parameters}>
        {parameters.length === 0 ? (
          <p>{t.parametersNone}</p>
        ) : (
          <Table
            caption={t.parameters}
            captionHidden
            rows={parameters}
            rowKey={(row) => `${row.key} ${row.from}`}
            columns={[
              { header: t.what, cell: (row) => row.key, names: true },
              { header: t.source, cell: (row) => row.source },
            ]}
          />
        )}
      </Section>
    </Page>
  );
}
