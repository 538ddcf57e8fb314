import { Actions, ButtonLink, dayText, Page, usePage, useTexts } from '../../../kernel/html/index.ts';
import { locales } from '../../../kernel/locale.ts';
import { texts } from '../texts/index.ts';

export type SucceededProps = {
  readonly of: { readonly name: string };
  readonly since: Temporal.PlainDate;
  /** Who does it now, and where on their pages the reader is to go on; null when they have none here. */
  readonly to: readonly { readonly name: string; readonly href: string | null }[];
};

/** In place of the front page of an authority that others have succeeded: its links live on, and lead further. */
export function Succeeded({ of, since, to }: SucceededProps) {
  const t = useTexts(texts).succeeded;
  const { language } = usePage();
  const list = new Intl.ListFormat(locales[language], { type: 'conjunction' });
  const names = list.format(to.map(({ name }) => name));
  return (
    <Page title={t.title(names, of.name)} lead={t.lead(dayText(since, language), names, of.name)}>
      <p>{t.unchanged}</p>
      <Actions>
        {to.flatMap(({ name, href }) =>
          href === null
            ? []
            : [
                <ButtonLink key={href} href={href}>
                  {t.goOn(name)}
                </ButtonLink>,
              ],
        )}
        <ButtonLink href="/mina-sidor" variant="secondary">
          {t.own}
        </ButtonLink>
      </Actions>
    </Page>
  );
}
