import { Button } from '../button.tsx';
import { DateField } from '../date-field.tsx';
import { ErrorSummary, type FieldError } from '../error-summary.tsx';
import { Fieldset, RepeatGroup } from '../fieldset.tsx';
import { Actions, Form } from '../form.tsx';
import { Section } from '../layout.tsx';
import { Page } from '../page.tsx';
import { useTexts } from '../page-context.ts';
import { TextField } from '../text-field.tsx';
import { ButtonSection, CaseSection, ListSection, StateSection, TextSection } from './content.tsx';
import { AllFields } from './fields.tsx';
import { samples } from './samples/index.ts';
import { Tables } from './tables.tsx';

const here = '/utveckling/komponenter';

/** All components in all states, to look at and to let axe look at. */
export function ComponentsPage() {
  const t = useTexts(samples);
  const errors: readonly FieldError[] = [
    { field: 'wrong-name', text: t.nameError },
    { field: 'wrong-email', text: t.emailError },
    { field: 'wrong-hours', text: t.hoursError },
    { field: 'wrong-born', text: t.bornError },
    { field: 'wrong-reason', text: t.reasonError },
    { field: 'wrong-form', text: t.careFormError },
    { field: 'wrong-diet', text: t.dietError },
    { field: 'wrong-sibling', text: t.siblingError },
    { field: 'wrong-village', text: t.villageError },
    { field: 'wrong-file', text: t.fileError },
    { field: 'wrong-assure', text: t.assureError },
  ];
  return (
    <Page
      title={t.title}
      lead={t.lead}
      kicker={t.kicker}
      width="wide"
      breadcrumbs={[
        { href: '/', label: t.home },
        { href: here, label: t.kicker },
      ]}
    >
      <TextSection />
      <ButtonSection />
      <Section title={t.sections.lists} id="listor">
        <ListSection />
        <Tables />
      </Section>
      <CaseSection />
      <StateSection />
      <Section title={t.sections.fields} id="falt">
        <Form action={here} multipart>
          <AllFields prefix="all" errors={[]} />
          <Actions>
            <Button>{t.buttons.send}</Button>
            <Button variant="secondary">{t.buttons.save}</Button>
          </Actions>
        </Form>
      </Section>
      <GroupSection />
      <Section title={t.sections.wrong} id="rattas">
        <Form action={here} multipart>
          <ErrorSummary errors={errors} />
          <AllFields prefix="wrong" errors={errors} />
        </Form>
      </Section>
    </Page>
  );
}

function GroupSection() {
  const t = useTexts(samples);
  return (
    <Section title={t.sections.groups} id="grupper">
      <Form action={here} enterSubmits>
        <Fieldset legend={t.address} name="address">
          <TextField name="street" label={t.street} autocomplete="street-address" />
          <TextField name="postcode" label={t.postcode} width="short" inputMode="numeric" autocomplete="postal-code" />
          <TextField name="city" label={t.city} width="half" autocomplete="address-level2" />
        </Fieldset>
        <RepeatGroup
          name="children"
          legend={t.children}
          hint={t.childrenHint}
          itemLabel={t.child}
          addLabel={t.addChild}
          most={4}
          items={[0, 1].map((index) => (
            <>
              <TextField name={`children.${index}.name`} label={t.firstName} />
              <DateField name={`children.${index}.born`} label={t.born} />
            </>
          ))}
        />
      </Form>
    </Section>
  );
}
