import { Actions, Alert, Button, Form, Page, Section, Select, usePage, useTexts } from '../../../kernel/html/index.ts';
import type { Behaviour, DevelopmentRegister } from '../development.ts';
import { texts } from '../texts/index.ts';

export type DevelopmentRegistersProps = {
  /** `now` is null for one that does not answer. */
  readonly registers: readonly (DevelopmentRegister & { readonly now: Behaviour | null })[];
  readonly href: string;
};

/** Makes a made-up register slow, silent or wrong, to see what pages make of it. */
export function DevelopmentRegisters({ registers, href }: DevelopmentRegistersProps) {
  const t = useTexts(texts).development;
  const { language } = usePage();
  return (
    <Page title={t.title} lead={t.lead}>
      {registers.map(({ id, name, now, behaviours }) => (
        <Section key={id} title={name[language]} id={id}>
          {now === null ? (
            <Alert tone="warning">
              <p>{t.gone}</p>
            </Alert>
          ) : (
            <Form action={`${href}/${id}`}>
              <Select
                name={`mode-${id}`}
                label={t.label}
                value={now}
                empty={null}
                choices={behaviours.map((one) => ({ value: one, label: t.behaviours[one] }))}
              />
              <Actions>
                <Button variant="secondary" context={name[language]}>
                  {t.save}
                </Button>
              </Actions>
            </Form>
          )}
        </Section>
      ))}
    </Page>
  );
}
