import {
  errorAt,
  type FieldError,
  MoneyField,
  NumberField,
  TextField,
  usePage,
  useTexts,
  YesNo,
} from '../../../kernel/html/index.ts';
import type { Authority } from '../../directory/index.ts';
import type { AdoptedService } from '../adoption.ts';
import { settingControl, settingText } from '../adoption-form.ts';
import { currencyOf, type Setting } from '../format/definition.ts';
import { wordsOf } from '../format/words.ts';
import { texts } from '../texts/index.ts';

export type SettingControlProps = {
  readonly name: string;
  readonly setting: Setting;
  readonly service: AdoptedService;
  readonly authority: Authority;
  readonly answers: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
};

/** One value of the service's settings schema; what is proposed, and from where, stands as its hint. */
export function SettingControl({ name, setting, service, authority, answers, errors }: SettingControlProps) {
  const { adoption: t, start } = useTexts(texts);
  const { language } = usePage();
  const { definition } = service;
  const { country } = authority;
  const control = settingControl(name);
  const proposal = definition.defaults[country][name];
  const shown = (value: unknown) => settingText(value, setting, country, language);
  const least = (value: number) => (setting.unit === 'money' ? shown(value) : String(value));
  const hints = [
    setting.minimum !== undefined &&
      setting.maximum !== undefined &&
      t.limits(least(setting.minimum), shown(setting.maximum)),
    proposal && t.proposed(shown(proposal.value), proposal.source),
    proposal && !proposal.verified && `(${start.unverified})`,
  ];
  const frame = {
    name: control,
    label: wordsOf(definition, {}, language).of(`setting.${name}`),
    hint: hints.filter(Boolean).join(' ') || undefined,
    error: errorAt(errors, control),
    optional: !definition.settings.required.includes(name),
  };
  const value = answers[control];
  if (setting.type === 'boolean') {
    return <YesNo {...frame} value={value === 'yes' || value === 'no' ? value : undefined} />;
  }
  if (setting.type === 'string') return <TextField {...frame} value={value} autocomplete="off" />;
  if (setting.unit === 'money') {
    return <MoneyField {...frame} value={value} currency={currencyOf[country]} autocomplete="off" />;
  }
  const unit = setting.unit === 'days' ? t.days : setting.unit === 'per-cent' ? '%' : undefined;
  return <NumberField {...frame} value={value} unit={unit} autocomplete="off" />;
}
