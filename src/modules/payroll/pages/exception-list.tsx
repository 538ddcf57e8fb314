import { Button, ButtonLink, Form, Tag, TextField, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { Asked } from '../read-exceptions.ts';
import { texts } from '../texts/index.ts';
import { amountText } from './amount.ts';
import { findingReason } from './finding-reason.ts';

export type ExceptionListProps = {
  readonly asked: readonly Asked[];
  /** Over several employers: each says whose it is, and an answer leads back here. */
  readonly overAll?: boolean | undefined;
  /** Only looked at, by an auditor or when the run is past it. */
  readonly readOnly?: boolean | undefined;
};

/** What is left to decide on, the most dangerous first: by mouse, by touch, by Tab, or by one key each. */
export function ExceptionList({ asked, overAll, readOnly }: ExceptionListProps) {
  const t = useTexts(texts).exceptions;
  return (
    <>
      {!readOnly && (
        <p class="al-muted al-keys-hint">
          <a class="ds-link" href={`#${anchorOf(asked[0])}`}>
            {t.begin}
          </a>{' '}
          {t.keys}
        </p>
      )}
      <ol class="al-todo">
        {asked.map((each, n) => (
          <li
            key={anchorOf(each)}
            id={anchorOf(each)}
            tabindex={-1}
            class="al-todo__item"
            data-keys={readOnly ? undefined : true}
            data-tone={each.one.risk === 9 ? 'danger' : 'warning'}
          >
            <Exception
              asked={each}
              overAll={overAll ?? false}
              readOnly={readOnly ?? false}
              previous={asked[n - 1] && anchorOf(asked[n - 1])}
              next={asked[n + 1] && anchorOf(asked[n + 1])}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

function anchorOf(asked: Asked | undefined): string {
  return asked ? `u-${asked.one.employee}-${asked.one.kind}` : 'undantag';
}

type ExceptionProps = {
  readonly asked: Asked;
  readonly overAll: boolean;
  readonly readOnly: boolean;
  readonly previous: string | undefined;
  readonly next: string | undefined;
};

function Exception({ asked, overAll, readOnly, previous, next }: ExceptionProps) {
  const { exceptions: t, findings, run: words } = useTexts(texts);
  const { language } = usePage();
  const { authority, run, one } = asked;
  const country = authority.country === 'SE' ? 'SE' : 'AX';
  const href = `/lon/${authority.slug}/${run}`;
  const person = `/lon/${authority.slug}/person/${one.employee}?kor=${run}`;
  const isStopped = one.risk === 9;
  const Heading = overAll ? 'h2' : 'h3';
  return (
    <>
      <Heading class="al-h3">{findings[one.kind]}</Heading>
      <p>
        <strong>{one.name}</strong> {one.number}
        {overAll && ` · ${authority.name}`} · {words.netShort} {amountText(one.net, country, language)}{' '}
        {one.held !== null && <Tag tone="danger">{words.held}</Tag>}
      </p>
      <p>{findingReason(one.kind, one.detail, country, language)}</p>
      {!readOnly && (
        <Form action={`${href}/svara`} class="al-form al-form--inline">
          <input type="hidden" name="employee" value={one.employee} />
          <input type="hidden" name="kind" value={one.kind} />
          <input type="hidden" name="next" value={next ?? previous ?? 'undantag'} />
          {overAll && <input type="hidden" name="back" value="alla" />}
          <TextField name={`note-${one.employee}-${one.kind}`} label={words.note} />
          {!isStopped && (
            <Button name="answer" value="accepted" shortcut={t.acceptKey} context={one.name} size="sm">
              {words.accept}
            </Button>
          )}
          <Button name="answer" value="held" variant="secondary" shortcut={t.holdKey} context={one.name} size="sm">
            {words.hold}
          </Button>
          <ButtonLink href={person} variant="tertiary" shortcut={t.openKey} context={one.name} size="sm">
            {t.open}
          </ButtonLink>
          {previous && (
            <ButtonLink href={`#${previous}`} variant="tertiary" shortcut={t.previousKey} size="sm">
              {t.previous}
            </ButtonLink>
          )}
          {next && (
            <ButtonLink href={`#${next}`} variant="tertiary" shortcut={t.nextKey} size="sm">
              {t.next}
            </ButtonLink>
          )}
        </Form>
      )}
      {readOnly && (
        <a class="ds-link" href={person}>
          {t.open}
        </a>
      )}
    </>
  );
}
