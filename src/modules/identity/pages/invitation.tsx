import type { Role } from '../../../kernel/authority.ts';
import { Actions, Button, ButtonLink, Form, Page, usePage, useTexts } from '../../../kernel/html/index.ts';
import { texts } from '../texts/index.ts';

export type InvitationProps = { readonly role: Role; readonly authority: string };

export function InvitationPage({ role, authority, token }: InvitationProps & { readonly token: string }) {
  const all = useTexts(texts);
  const t = all.invitation;
  const { reader } = usePage();
  const path = `/inbjudan/${encodeURIComponent(token)}`;
  return (
    <Page title={t.title} lead={t.lead(all.roles.names[role], authority)}>
      <p>{t.text}</p>
      {reader ? (
        <Form action={path}>
          <p>{t.signedInAs(reader.name)}</p>
          <Actions>
            <Button variant="primary">{t.accept}</Button>
          </Actions>
        </Form>
      ) : (
        <Actions>
          <ButtonLink href={`/logga-in?till=${encodeURIComponent(path)}`} variant="primary">
            {t.signInFirst}
          </ButtonLink>
        </Actions>
      )}
    </Page>
  );
}

const workOf = {
  'case-officer': '/handlaggning',
  administrator: '/administration',
  operator: '/drift',
} as const satisfies Record<Role, string>;

export function InvitationAccepted({ role, authority }: InvitationProps) {
  const all = useTexts(texts);
  const t = all.invitation;
  return (
    <Page title={t.acceptedTitle} lead={t.accepted(all.roles.names[role], authority)}>
      <Actions>
        <ButtonLink href={workOf[role]} variant="primary">
          {t.goOn}
        </ButtonLink>
      </Actions>
    </Page>
  );
}
