export { assetHref, assetsFolder, assetsPrefix } from './assets.ts';
export { Breadcrumbs, type Crumb } from './breadcrumbs.tsx';
export { Button, ButtonLink } from './button.tsx';
export { Checkbox, CheckboxGroup, type Choice, RadioGroup, YesNo } from './choice-field.tsx';
export { DateField } from './date-field.tsx';
export { type DateParts, datePartNames, datePartsIn, dayOf } from './date-parts.ts';
export { ErrorSummary, errorAt, type FieldError } from './error-summary.tsx';
export { Fieldset, RepeatGroup } from './fieldset.tsx';
export { FileField, type KeptFile } from './file-field.tsx';
export { Actions, Form } from './form.tsx';
export { Page } from './page.tsx';
export {
  type NavigationItem,
  type PageAuthority,
  type PageContext,
  type PageReader,
  usePage,
  useTexts,
} from './page-context.ts';
export { DefectPage, RefusalPage } from './refusal-page.tsx';
export { renderPage, renderPart } from './render-page.tsx';
export { Select } from './select.tsx';
export { EmailField, MoneyField, NumberField, PhoneField, SearchField, TextArea, TextField } from './text-field.tsx';
