import type { Field, ServiceDefinition, Setting } from './definition.ts';
import type { Names } from './expression/check.ts';
import { boolean, type Type, wholeMoney, wholeNumber } from './expression/type.ts';
import { fieldTypes } from './fields/index.ts';
import { placedFields, resolve } from './placed-field.ts';

/** What the names mean in a rule that stands in the form itself (`within` null) or in a group's row. */
export function namesIn(definition: ServiceDefinition, within: Field | null): Names {
  const fields = placedFields(definition);
  return {
    field(name) {
      const placed = resolve(fields, name, within);
      if (!placed) return undefined;
      const type = fieldTypes[placed.field.type].type(placed.field);
      return placed.group && placed.group !== within ? { is: 'list', of: type } : type;
    },
    setting(name) {
      const { properties } = definition.settings;
      const setting = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return setting && settingType(setting);
    },
  };
}

/** Where no answers are known yet: what the authority's settings say. */
export function settingNames(definition: ServiceDefinition): Names {
  return { ...namesIn(definition, null), field: () => undefined };
}

function settingType(setting: Setting): Type {
  if (setting.type === 'boolean') return boolean;
  if (setting.type === 'string') return { is: 'text' };
  return setting.unit === 'money' ? wholeMoney : wholeNumber;
}
