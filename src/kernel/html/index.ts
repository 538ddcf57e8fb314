export { Alert } from './alert.tsx';
export { assetHref, assetsFolder, assetsPrefix } from './assets.ts';
export { Breadcrumbs, type Crumb } from './breadcrumbs.tsx';
export { Button, ButtonLink } from './button.tsx';
export { type Card, CardList } from './card-list.tsx';
export { Checkbox, CheckboxGroup, type Choice, RadioGroup, YesNo } from './choice-field.tsx';
export { Confirmation } from './confirmation.tsx';
export { DateField } from './date-field.tsx';
export { type DateParts, datePartNames, datePartsIn, dayOf } from './date-parts.ts';
export { Details } from './details.tsx';
export { EmptyState } from './empty-state.tsx';
export { ErrorSummary, errorAt, type FieldError } from './error-summary.tsx';
export { Explanation } from './explanation.tsx';
export { Fieldset, RepeatGroup } from './fieldset.tsx';
export { FileField, type KeptFile } from './file-field.tsx';
export { Actions, Form } from './form.tsx';
export { Later, renderAround } from './later.tsx';
export { Prose, Section, Split } from './layout.tsx';
export { LocalNavigation } from './local-navigation.tsx';
export { Day, dayText, Moment, momentText, type TimeZone } from './moment.tsx';
export { Page } from './page.tsx';
export {
  type NavigationItem,
  type PageAuthority,
  type PageContext,
  type PageReader,
  usePage,
  useTexts,
} from './page-context.ts';
export { Pagination } from './pagination.tsx';
export { Progress, Steps } from './progress.tsx';
export { DefectPage, RefusalPage } from './refusal-page.tsx';
export { renderPage, renderPart } from './render-page.ts';
export { Select } from './select.tsx';
export { type Stage, StatusTag, Tag } from './status-tag.tsx';
export { SummaryList, type SummaryRow } from './summary-list.tsx';
export { type Column, Table } from './table.tsx';
export { type TaskItem, TaskList } from './task-list.tsx';
export { EmailField, MoneyField, NumberField, PhoneField, SearchField, TextArea, TextField } from './text-field.tsx';
export { Timeline, type TimelineItem } from './timeline.tsx';
