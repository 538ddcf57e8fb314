import {
  Actions,
  Alert,
  Button,
  ButtonLink,
  Details,
  Form,
  Page,
  Steps,
  SummaryList,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import type { FileAnswer } from '../format/fields/file.ts';
import type { ReadableSection } from '../format/readable.ts';
import { texts } from '../texts/index.ts';
import { type Back, CameBackAlert } from './came-back.tsx';
import { Contact, type ContactDetails } from './contact.tsx';

export type SummaryProps = {
  readonly title: string;
  readonly authorityName: string;
  readonly contact: ContactDetails;
  /** Within how many days somebody answers. */
  readonly replyDays: number | undefined;
  readonly sections: readonly ReadableSection[];
  /** The pages where something is missing, in order. */
  readonly toMend: readonly { readonly href: string; readonly title: string }[];
  /** Who else must sign, by the population register; null where nobody else can have to. */
  readonly cosigners: { readonly names: readonly string[]; readonly days: number; readonly isChecked: boolean } | null;
  readonly back: Back | null;
  /** Sent from a summary that has been overtaken. */
  readonly changed: boolean;
  readonly steps: number;
  readonly seq: number;
  readonly draftHref: string;
  readonly backHref: string;
};

/** Everything once more before it is sent, each part with the way to change it. */
export function SummaryPage(props: SummaryProps) {
  const t = useTexts(texts);
  const ready = props.toMend.length === 0;
  const isAlone = (props.cosigners?.names ?? []).length === 0;
  return (
    <Page title={t.summary.title} kicker={props.title} lead={t.summary.lead}>
      <Steps current={props.steps} total={props.steps} />
      {props.back && <CameBackAlert back={props.back} />}
      {props.changed && (
        <Alert tone="warning" title={t.summary.changed} announced>
          <p>{t.summary.changedText}</p>
        </Alert>
      )}
      {!ready && (
        <Alert tone="warning" title={t.summary.mend}>
          <p>{t.summary.mendText}</p>
          <ul>
            {props.toMend.map(({ href, title }) => (
              <li key={href}>
                <a class="ds-link" href={href}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {props.sections.map((section) => (
        <SummaryList
          key={section.id}
          title={section.title}
          changeHref={`${props.draftHref}/${section.page}?andra=ja`}
          rows={section.rows.map((row) => ({
            label: row.label,
            value: row.files ? <Files files={row.files} href={`${props.draftHref}/fil`} /> : row.value,
          }))}
        />
      ))}
      {ready && props.cosigners && <Cosigners {...props.cosigners} />}
      <Form action={`${props.draftHref}/skicka`}>
        <input type="hidden" name="seq" value={props.seq} />
        {ready && isAlone && (
          <p>
            {t.summary.sendTo(props.authorityName)}{' '}
            {props.replyDays !== undefined && `${t.start.reply} ${t.start.days(props.replyDays)}.`}
          </p>
        )}
        <Actions>
          {ready && <Button>{isAlone ? t.summary.send : t.cosign.send}</Button>}
          <ButtonLink href={props.backHref} variant="tertiary">
            {t.fill.back}
          </ButtonLink>
        </Actions>
      </Form>
      <Details summary={t.start.contact}>
        <Contact contact={props.contact} />
      </Details>
    </Page>
  );
}

/** What sending it means to others, before it is sent. */
function Cosigners({ names, days, isChecked }: NonNullable<SummaryProps['cosigners']>) {
  const t = useTexts(texts).cosign;
  const { language } = usePage();
  return (
    <>
      {names.length > 0 && (
        <Alert tone="info" title={t.before(new Intl.ListFormat(language).format(names))}>
          <p>{t.beforeText(days)}</p>
        </Alert>
      )}
      {!isChecked && (
        <Alert tone="info" title={t.unchecked}>
          <p>{t.uncheckedText}</p>
        </Alert>
      )}
    </>
  );
}

function Files({ files, href }: { readonly files: readonly FileAnswer[]; readonly href: string }) {
  return (
    <ul class="al-files">
      {files.map((file) => (
        <li key={file.file}>
          <a class="ds-link" href={`${href}/${file.file}`}>
            {file.name}
          </a>
        </li>
      ))}
    </ul>
  );
}
