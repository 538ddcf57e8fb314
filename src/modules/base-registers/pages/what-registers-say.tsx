import { Day, Section, SummaryList, Tag, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { SourceAnswer } from '../../../kernel/source-answer.ts';
import type { Guardianship } from '../guardianship.ts';
import { participationOf, type RegisteredOrganisation } from '../registered-organisation.ts';
import type { NamedPerson, RegisteredPerson } from '../registered-person.ts';
import { signingRuleText } from '../signing-rule-text.ts';
import { texts } from '../texts/index.ts';
import { AnsweredBy } from './answered-by.tsx';

/** What each register answered about one person, who reads it. */
export type SaidOfSelf = {
  readonly number: string;
  readonly country: 'SE' | 'FI';
  readonly today: Temporal.PlainDate;
  readonly person: SourceAnswer<RegisteredPerson>;
  readonly organisations: SourceAnswer<readonly RegisteredOrganisation[]>;
  readonly guardianships: SourceAnswer<readonly Guardianship[]>;
};

/** For the person's own eyes: names of others, never their numbers. */
export function WhatRegistersSay({ said }: { readonly said: SaidOfSelf }) {
  const t = useTexts(texts).said;
  const { country, number, today } = said;
  return (
    <Section title={t.title} id="register">
      <p>{t.lead}</p>
      <AnsweredBy register="population" title={t.person} answer={said.person} country={country}>
        {(person) => <Person person={person} />}
      </AnsweredBy>
      <AnsweredBy register="company" title={t.organisations} answer={said.organisations} country={country}>
        {(organisations) =>
          organisations.map((one) => <Organisation key={one.number} organisation={one} number={number} />)
        }
      </AnsweredBy>
      <AnsweredBy register="guardianship" title={t.guardianships} answer={said.guardianships} country={country}>
        {(guardianships) =>
          guardianships.map((one) => (
            <GuardianshipRows
              key={`${one.principal.number} ${one.guardian.number} ${one.kind} ${one.from}`}
              guardianship={one}
              number={number}
              today={today}
            />
          ))
        }
      </AnsweredBy>
    </Section>
  );
}

function Person({ person }: { readonly person: RegisteredPerson }) {
  const t = useTexts(texts).said;
  const { address, protectedIdentity, guardians, children, civilStatus } = person;
  const written = address && `${address.street}\n${address.postalCode} ${address.place}`;
  return (
    <SummaryList
      rows={[
        { label: t.name, value: person.name },
        { label: t.address, value: written ?? (protectedIdentity ? t.protectedAddress : t.noAddress) },
        { label: t.civilStatus, value: t.civilStatuses[civilStatus] },
        { label: t.children, value: <Names of={children} unnamed={t.protectedChild} /> },
        ...(guardians.length > 0
          ? [{ label: t.guardians, value: <Names of={guardians} unnamed={t.protectedPerson} /> }]
          : []),
      ]}
    />
  );
}

function Names({ of, unnamed }: { readonly of: readonly NamedPerson[]; readonly unnamed: string }) {
  const t = useTexts(texts).said;
  if (of.length === 0) return <>{t.none}</>;
  return (
    <ul>
      {of.map((one) => (
        <li key={one.number}>{one.name ?? unnamed}</li>
      ))}
    </ul>
  );
}

const tones = { active: 'success', liquidation: 'warning', bankruptcy: 'danger', dissolved: 'neutral' } as const;

function Organisation({
  organisation,
  number,
}: {
  readonly organisation: RegisteredOrganisation;
  readonly number: string;
}) {
  const t = useTexts(texts).said;
  const { language } = usePage();
  const { status, dissolvedOn } = organisation;
  const roles = organisation.signatories.filter((one) => one.number === number).map((one) => t.roles[one.role]);
  const canAct = status === 'active' || status === 'liquidation';
  return (
    <SummaryList
      rows={[
        { label: t.organisation, value: <strong>{organisation.name}</strong> },
        { label: t.form, value: t.forms[organisation.form] },
        {
          label: t.status,
          value: (
            <>
              <Tag tone={tones[status]}>{t.statuses[status]}</Tag> {dissolvedOn && <Day on={dissolvedOn} />}
            </>
          ),
        },
        { label: t.role, value: roles.join(', ') },
        ...(canAct
          ? [
              { label: t.sign, value: t.participation[participationOf(organisation, number)] },
              { label: t.rule, value: signingRuleText(organisation, language) },
            ]
          : []),
      ]}
    />
  );
}

function GuardianshipRows({
  guardianship,
  number,
  today,
}: {
  readonly guardianship: Guardianship;
  readonly number: string;
  readonly today: Temporal.PlainDate;
}) {
  const t = useTexts(texts).said;
  const { kind, principal, guardian, scope, from, to } = guardianship;
  const isPrincipal = principal.number === number;
  const other = isPrincipal ? guardian : principal;
  const hasEnded = to !== null && Temporal.PlainDate.compare(to, today) < 0;
  return (
    <SummaryList
      rows={[
        { label: isPrincipal ? t.forYou[kind] : t.youFor[kind], value: other.name ?? t.protectedPerson },
        { label: t.scope, value: scope.map((one) => t.scopes[one]).join(', ') },
        { label: t.from, value: <Day on={from} /> },
        {
          label: t.to,
          value: (
            <>
              {to ? <Day on={to} /> : t.untilFurther} {hasEnded && <Tag>{t.ended}</Tag>}
            </>
          ),
        },
      ]}
    />
  );
}
