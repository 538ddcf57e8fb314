import type { ComponentChildren } from 'preact';
import {
  Actions,
  Button,
  DateField,
  Details,
  dayText,
  errorAt,
  type FieldError,
  Form,
  RadioGroup,
  Section,
  Select,
  TextArea,
  TextField,
  usePage,
  useTexts,
} from '../../../kernel/html/index.ts';
import { lawText } from '../../services/index.ts';
import { isAllowed } from '../case.ts';
import { PROVISION_MOST, TEXT_MOST } from '../schema.ts';
import { texts } from '../texts/index.ts';
import type { HandledCasePageProps } from './desk.ts';

type Props = HandledCasePageProps & { readonly href: string; readonly errors: readonly FieldError[] };

/** All that can be done now, each with its own form; what was typed into a refused one is kept. */
export function OfficeForms(props: Props) {
  const t = useTexts(texts).office;
  const { phase } = props.view.state;
  return (
    <Section title={t.acts}>
      <div class="al-acts">
        {isAllowed(phase, 'question-asked') && <Ask {...props} />}
        {isAllowed(phase, 'decided') && <Decide {...props} />}
        {isAllowed(phase, 'noted') && <Note {...props} />}
        <Mark {...props} />
      </div>
    </Section>
  );
}

/** The last step of a case, and first on the page when its time has come. */
export function Closing(props: Props) {
  const t = useTexts(texts).office;
  const { phase } = props.view.state;
  if (isAllowed(phase, 'closed')) return <Close {...props} />;
  if (phase !== 'decided') return null;
  return (
    <Section title={t.close}>
      <p>{t.closeNotYet}</p>
    </Section>
  );
}

type ActProps = Props & { readonly to: string; readonly children: ComponentChildren };

/** A form that says which state of the case it stood on. */
function Act({ href, to, view, transaction, children }: ActProps) {
  return (
    <Form action={`${href}/${to}`}>
      <input type="hidden" name="seq" value={view.state.seq} />
      <input type="hidden" name="transaction" value={transaction} />
      {children}
    </Form>
  );
}

function kept(props: Props, form: string, name: string): string {
  return props.kept?.form === form ? (props.kept.values[name] ?? '') : '';
}

/** Who has the case, and who is to have it. */
export function Assign(props: Props) {
  const t = useTexts(texts).office;
  const { view } = props;
  if (!isAllowed(view.state.phase, 'assigned')) return null;
  const mine = view.state.assignee?.party === view.me.party;
  return (
    <>
      {mine ? (
        <Act {...props} to="lamna">
          <Button variant="secondary">{t.unassign}</Button>
        </Act>
      ) : (
        <Act {...props} to="tilldela">
          <input type="hidden" name="to" value={view.me.party} />
          <Button variant="secondary">{t.assignToMe}</Button>
        </Act>
      )}
      {view.colleagues.length > 0 && (
        <Details summary={t.assignSomebody} open={props.kept?.form === 'tilldela'}>
          <Act {...props} to="tilldela">
            <Select
              name="to"
              label={t.assignTo}
              value={kept(props, 'tilldela', 'to')}
              error={errorAt(props.errors, 'to')}
              choices={view.colleagues.map(({ party, name }) => ({ value: party, label: name }))}
            />
            <Button variant="secondary">{t.assignButton}</Button>
          </Act>
        </Details>
      )}
    </>
  );
}

function Ask(props: Props) {
  const t = useTexts(texts).office;
  const { values } = props.kept?.form === 'fraga' ? props.kept : { values: {} as Record<string, string> };
  const typed = {
    day: values['answerBy-day'] ?? '',
    month: values['answerBy-month'] ?? '',
    year: values['answerBy-year'] ?? '',
  };
  return (
    <Details summary={t.ask} open={props.kept?.form === 'fraga'}>
      <Act {...props} to="fraga">
        <TextArea
          name="question"
          label={t.askText}
          hint={t.askHint}
          limit={TEXT_MOST}
          value={kept(props, 'fraga', 'question')}
          error={errorAt(props.errors, 'question')}
        />
        <DateField
          name="answerBy"
          label={t.answerBy}
          value={props.kept?.form === 'fraga' ? typed : props.view.today.add({ days: 14 })}
          error={errorAt(props.errors, 'answerBy')}
        />
        <Actions>
          <Button>{t.askButton}</Button>
        </Actions>
      </Act>
    </Details>
  );
}

function Decide(props: Props) {
  const { office: t, letter } = useTexts(texts);
  const { definition, words } = props.view.service;
  const { country } = props.view.authority;
  const lawOf = (ids: readonly string[]) =>
    definition.legal
      .filter((one) => one.country === country && ids.includes(one.id))
      .map((one) => lawText(one, letter.unverified));
  return (
    <Details summary={t.decide} open={props.kept?.form === 'beslut'}>
      <Act {...props} to="beslut">
        <RadioGroup
          name="decision"
          label={t.decisionKind}
          value={kept(props, 'beslut', 'decision')}
          error={errorAt(props.errors, 'decision')}
          choices={definition.case.decisions.map(({ id, law }) => {
            const cited = lawOf(law).join(', ');
            return { value: id, label: words.of(`decision.${id}`), hint: cited ? t.basedOn(cited) : undefined };
          })}
        />
        <TextArea
          name="reasons"
          label={t.reasons}
          hint={t.reasonsHint(t.languages[props.view.filed.language])}
          rows={8}
          limit={TEXT_MOST}
          value={kept(props, 'beslut', 'reasons')}
          error={errorAt(props.errors, 'reasons')}
        />
        <Actions>
          <Button>{t.decideButton}</Button>
        </Actions>
      </Act>
    </Details>
  );
}

function Close(props: Props) {
  const t = useTexts(texts).office;
  const { language } = usePage();
  return (
    <Section title={t.close}>
      <p>{t.closeText(dayText(props.view.wouldEraseOn, language))}</p>
      <Act {...props} to="avsluta">
        <Button>{t.closeButton}</Button>
      </Act>
    </Section>
  );
}

function Note(props: Props) {
  const t = useTexts(texts).office;
  return (
    <Details summary={t.note} open={props.kept?.form === 'anteckning'}>
      <Act {...props} to="anteckning">
        <TextArea
          name="note"
          label={t.note}
          hint={t.noteHint}
          limit={TEXT_MOST}
          value={kept(props, 'anteckning', 'note')}
          error={errorAt(props.errors, 'note')}
        />
        <Button variant="secondary">{t.noteButton}</Button>
      </Act>
    </Details>
  );
}

function Mark(props: Props) {
  const t = useTexts(texts).office;
  const { confidential } = props.view.state;
  return (
    <Details summary={t.mark} open={props.kept?.form === 'sekretess'}>
      {confidential === null ? (
        <Act {...props} to="sekretess">
          <TextField
            name="provision"
            label={t.markProvision}
            hint={t.markHint}
            value={kept(props, 'sekretess', 'provision').slice(0, PROVISION_MOST * 2)}
            error={errorAt(props.errors, 'provision')}
          />
          <Button variant="secondary">{t.markButton}</Button>
        </Act>
      ) : (
        <Act {...props} to="sekretess">
          <p>{t.markedBy(confidential)}</p>
          <Button variant="secondary" name="remove" value="ja">
            {t.unmarkButton}
          </Button>
        </Act>
      )}
    </Details>
  );
}
