import { ParseOption, XmlDocument, XmlElement } from 'libxml2-wasm';

/**
 * What stands in each element, in this order, of what the register's schema allows (WageReportsToIRTypes.xsd,
 * IRCommonTypes.xsd; InvalidationsToIRTypes.xsd as a public program that was generated from it has it): the elements that a payroll of a municipality has. `?` may be absent, `+` is one or more; after
 * the colon what the text is, or the shape that it has under another name.
 */
const shapes: Readonly<Record<string, string>> = {
  WageReportsRequestToIR: 'DeliveryData',
  DeliveryData:
    'Timestamp:moment Source:text30 DeliveryDataType:int DeliveryId:text40 FaultyControl:int ProductionEnvironment:bool DeliveryDataOwner:Id DeliveryDataCreator:Id DeliveryDataSender:Id PaymentPeriod ContactPersons Payer Reports',
  InvalidationsRequestToIR: 'DeliveryData:Cancelling',
  Cancelling:
    'Timestamp:moment Source:text30? DeliveryDataType:int DeliveryId:text40 FaultyControl:int? ProductionEnvironment:bool DeliveryDataOwner:Id DeliveryDataCreator:Id DeliveryDataSender:Id Items',
  Items: 'Item+',
  Item: 'IRItemId:text32? ItemId:text40? ItemVersion:int?',
  Id: 'Type:int Code:text30 CountryCode:text2? CountryName:text70?',
  PaymentPeriod: 'PaymentDate:day StartDate:day EndDate:day',
  ContactPersons: 'ContactPerson+',
  ContactPerson: 'Name:text200 Telephone:text40 Email:text70? ResponsibilityCode:int?',
  Payer: 'PayerIds?',
  PayerIds: 'Id+',
  Reports: 'Report+',
  Report: 'ReportData IncomeEarner Transactions?',
  ReportData: 'ActionCode:int IRReportId:text32? ReportId:text40? ReportVersion:int?',
  IncomeEarner: 'IncomeEarnerIds? Employment? PensionInsurance? AccidentInsurance?',
  IncomeEarnerIds: 'Id+',
  Employment:
    'Employed:bool? EmploymentCode:int? TermCode:int? PartTime:amount? HoursPerWeek:amount? EmploymentPeriods?',
  EmploymentPeriods: 'Period+',
  Period: 'StartDate:day EndDate:day?',
  PensionInsurance: 'PensionActCode:int PensionProvIdCode:int? PensionPolicyNo:text11?',
  AccidentInsurance: 'AccInsProvId:Id AccInsPolicyNo:text20',
  Transactions: 'Transaction+',
  Transaction: 'TransactionBasic EarningPeriods? MealBenefit? RecoveryData?',
  TransactionBasic:
    'TransactionCode:int Amount:amount? NoMoney:true? OneOff:true? UnjustEnrichment:true? Recovery:true?',
  EarningPeriods: 'EarningPeriod+',
  EarningPeriod: 'StartDate:day EndDate:day',
  MealBenefit: 'TaxValue:true',
  RecoveryData: 'RecoveryDate:day Withhold:amount? OrigPaymentPeriods',
  OrigPaymentPeriods: 'OrigPaymentPeriod+',
  OrigPaymentPeriod: 'PaymentDate:day? StartDate:day EndDate:day',
};

const texts: Readonly<Record<string, RegExp>> = {
  moment: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  int: /^-?\d{1,10}$/,
  bool: /^(true|false)$/,
  true: /^true$/,
  amount: /^[+-]?\d{1,13}(\.\d{1,2})?$/,
};

/** The messages, by their roots. */
const namespaces: Readonly<Record<string, string>> = {
  WageReportsRequestToIR: 'http://www.tulorekisteri.fi/2017/1/WageReportsToIR',
  InvalidationsRequestToIR: 'http://www.tulorekisteri.fi/2017/1/InvalidationsToIR',
};

/** What is not as the register's schema says, by path; read with a parser that has no part in the writing. */
export function checkIncomesRegister(file: Uint8Array): readonly string[] {
  const wrong: string[] = [];
  const document = XmlDocument.fromBuffer(file, { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE });
  try {
    const { root } = document;
    if (namespaces[root.name] === undefined || root.namespaceUri !== namespaces[root.name]) wrong.push('/: the root');
    checkElement(root, namespaces[root.name] === undefined ? 'WageReportsRequestToIR' : root.name, '', wrong);
  } finally {
    document.dispose();
  }
  return wrong;
}

function checkElement(element: XmlElement, shape: string, path: string, wrong: string[]): void {
  const children: XmlElement[] = [];
  for (let child = element.firstChild; child !== null; child = child.next)
    if (child instanceof XmlElement) children.push(child);
  let at = 0;
  for (const part of (shapes[shape] ?? '').split(' ')) {
    const [, name = '', of = name, many = ''] = /^(\w+)(?::(\w+))?([?+]?)$/.exec(part) ?? [];
    let found = 0;
    for (; children[at]?.name === name && (found === 0 || many === '+'); at++, found++)
      checkContent(children[at] as XmlElement, of, `${path}/${name}`, wrong);
    if (found === 0 && many !== '?') wrong.push(`${path}/${name}: missing`);
  }
  const left = children[at];
  if (left) wrong.push(`${path}/${left.name}: not here`);
}

function checkContent(element: XmlElement, of: string, path: string, wrong: string[]): void {
  if (element.namespaceUri !== '') wrong.push(`${path}: has a namespace`);
  if (shapes[of] !== undefined) {
    checkElement(element, of, path, wrong);
    return;
  }
  const most = /^text(\d+)$/.exec(of)?.[1];
  const { content } = element;
  const isRight =
    most === undefined
      ? (texts[of]?.test(content) ?? false)
      : content.length >= 1 && content.length <= Number(most) && !/[\t\n\r]/.test(content);
  if (!isRight) wrong.push(`${path}: is no ${of}`);
}
