import type { Part } from '../../../kernel/xml/write-xml.ts';
import type { ReportInput } from './report.ts';

/** A business id, among the register's types of ids. */
export const BUSINESS_ID = '1';
/** Faulty reports are left out, and the rest of the delivery is taken. */
const ONLY_FAULTY = '1';

/** Who somebody is, by business id: an element of that name with type and code. */
export function business(name: string, code: string): Part {
  return [
    name,
    [
      ['Type', BUSINESS_ID],
      ['Code', code],
    ],
  ];
}

/**
 * What each delivery to the Incomes Register begins with, in the order of its schemas.
 * @param type a code of the register's delivery types
 */
export function deliveryHead(type: string, { terms, at, report, production }: ReportInput): readonly Part[] {
  return [
    ['Timestamp', at.round('second').toString()],
    ['Source', 'Allmanning'],
    ['DeliveryDataType', type],
    ['DeliveryId', report.replaceAll('-', '')],
    ['FaultyControl', ONLY_FAULTY],
    ['ProductionEnvironment', String(production)],
    business('DeliveryDataOwner', terms.number),
    business('DeliveryDataCreator', terms.creator),
    business('DeliveryDataSender', terms.sender),
  ];
}
