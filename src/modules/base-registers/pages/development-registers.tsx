import { Actions, Alert, Button, Form, Page, Section, Select, useTexts } from '../../../kernel/html/index.ts';
import { type Behaviour, behaviours } from '../development.ts';
import type { RegisterName } from '../ports.ts';
import { texts } from '../texts/index.ts';

export type DevelopmentRegistersProps = {
  /** `now` is null for one that does not answer. */
  readonly registers: readonly { readonly name: RegisterName; readonly now: Behaviour | null }[];
  readonly href: string;
};

/** Makes a made-up register slow, silent or wrong, to see what pages make of it. */
export function DevelopmentRegisters({ registers, href }: DevelopmentRegistersProps) {
  const all = useTexts(texts);
  const t = all.development;
  return (
    <Page title={t.title} lead={t.lead}>
      {registers.map(({ name, now }) => (
        <Section key={name} title={all.registers[name]} id={name}>
          {now === null ? (
            <Alert tone="warning">
              <p>{t.gone}</p>
            </Alert>
          ) : (
            <Form action={`${href}/${name}`}>
              <Select
                name={`mode-${name}`}
                label={t.label}
                value={now}
                empty={null}
                choices={behaviours.map((one) => ({ value: one, label: t.behaviours[one] }))}
              />
              <Actions>
                <Button variant="secondary" context={all.registers[name]}>
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
