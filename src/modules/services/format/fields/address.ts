import { type Fault, fieldType, isText, sentText } from './field-type.ts';

export type PostalAddress = { readonly street: string; readonly postalCode: string; readonly city: string };

export const addressParts = ['street', 'postalCode', 'city'] as const satisfies readonly (keyof PostalAddress)[];
const LONGEST = 120;
/** Five digits in Sweden, Finland and Åland alike. */
const POSTAL_CODE = /^\d{5}$/;

function isAddress(value: unknown): value is PostalAddress {
  if (typeof value !== 'object' || value === null) return false;
  const parts = value as Record<string, unknown>;
  return Object.keys(parts).length === addressParts.length && addressParts.every((part) => isText(parts[part]));
}

function faultsIn(address: Readonly<Record<keyof PostalAddress, string>>): readonly Fault[] {
  return addressParts.flatMap((part): readonly Fault[] => {
    if (address[part] === '') return [{ kind: 'required', part }];
    if (address[part].length > LONGEST) return [{ kind: 'too-long', part, details: { most: LONGEST } }];
    if (part === 'postalCode' && !POSTAL_CODE.test(address[part])) return [{ kind: 'not-a-postal-code', part }];
    return [];
  });
}

/** Where post comes: controls `name.street`, `name.postalCode`, `name.city`. */
export const address = fieldType<PostalAddress>({
  parse(sent, name) {
    const found = {
      street: sentText(sent, `${name}.street`),
      postalCode: sentText(sent, `${name}.postalCode`).replace(/\s|^(AX|FI|SE)-?/gi, ''),
      city: sentText(sent, `${name}.city`),
    };
    if (addressParts.every((part) => found[part] === '')) return { value: undefined };
    const faults = faultsIn(found);
    return faults.length > 0 ? { faults } : { value: found };
  },
  is: isAddress,
  faults: faultsIn,
  show: (value) => `${value.street}, ${value.postalCode} ${value.city}`,
  rule: (value) => ({ row: value }),
  type: () => ({ is: 'other' }),
  schema: () => ({
    type: 'object',
    required: addressParts,
    additionalProperties: false,
    properties: {
      street: { type: 'string', minLength: 1, maxLength: LONGEST },
      postalCode: { type: 'string', pattern: POSTAL_CODE.source },
      city: { type: 'string', minLength: 1, maxLength: LONGEST },
    },
  }),
});
