import type { FastifyRequest } from 'fastify';
import type { Task } from '../authority.ts';
import type { NavigationItem } from '../html/page-context.ts';

const residents: readonly NavigationItem[] = [
  { href: '/mina-sidor', label: { sv: 'Min översikt', fi: 'Oma näkymä', en: 'My overview' } },
  {
    href: '/mina-sidor/oversikt',
    label: { sv: 'Ärendeöversikt', fi: 'Asioiden yhteenveto', en: 'Case overview' },
  },
  { href: '/mina-sidor/arenden', label: { sv: 'Mina ärenden', fi: 'Omat asiat', en: 'My cases' } },
  { href: '/mina-sidor/meddelanden', label: { sv: 'Meddelanden', fi: 'Viestit', en: 'Messages' } },
  { href: '/mina-sidor/signera', label: { sv: 'Skriv under', fi: 'Allekirjoita', en: 'Sign' } },
  {
    href: '/mina-sidor/fullmakter',
    also: ['/mina-sidor/valj'],
    label: { sv: 'Fullmakter', fi: 'Valtuutukset', en: 'Mandates' },
  },
  {
    href: '/mina-sidor/uppgifter',
    also: ['/mina-sidor/sessioner', '/mina-sidor/logg'],
    label: { sv: 'Mina uppgifter', fi: 'Omat tiedot', en: 'My details' },
  },
];

const officials: readonly NavigationItem[] = [
  { href: '/handlaggning', label: { sv: 'Ärenden', fi: 'Asiat', en: 'Cases' } },
  { href: '/handlaggning/godkannanden', label: { sv: 'Godkännanden', fi: 'Hyväksynnät', en: 'Approvals' } },
  { href: '/handlaggning/utbetalningar', label: { sv: 'Utbetalningar', fi: 'Maksut', en: 'Pay-outs' } },
];

/** Who takes in what people hand in on paper. */
const registrars: readonly NavigationItem[] = [
  {
    href: '/handlaggning/fullmakter',
    label: { sv: 'Fullmakter på papper', fi: 'Paperiset valtuutukset', en: 'Mandates on paper' },
  },
];

const pay: readonly Task[] = ['payroll', 'payroll-time', 'payroll-audit'];
const payOfficers: readonly NavigationItem[] = [{ href: '/lon', label: { sv: 'Löner', fi: 'Palkat', en: 'Pay' } }];

const administrators: readonly NavigationItem[] = [
  { href: '/administration', label: { sv: 'Administration', fi: 'Hallinta', en: 'Administration' } },
];

const operators: readonly NavigationItem[] = [
  { href: '/drift', label: { sv: 'Drift', fi: 'Ylläpito', en: 'Operations' } },
];

/** The main menu: what the reader may go to. Who has an office sees the way to it from their own pages too. */
export function navigationFor(request: FastifyRequest): readonly NavigationItem[] {
  const { reader } = request;
  if (reader === null) return [];
  const has = (role: string) => reader.grants.some((grant) => grant.role === role);
  const office = [
    ...(has('case-officer') ? officials : []),
    ...(reader.grants.some(({ role, tasks }) => role === 'case-officer' && tasks.includes('administration'))
      ? registrars
      : []),
    ...(reader.grants.some(({ tasks }) => tasks.some((task) => pay.includes(task))) ? payOfficers : []),
    ...(has('administrator') ? administrators : []),
    ...(has('operator') ? operators : []),
  ];
  const { room } = request.routeOptions.config;
  return room === 'official' || room === 'operator' ? [...office, ...residents.slice(0, 1)] : [...residents, ...office];
}
