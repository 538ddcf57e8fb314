export { companyRegister } from './company-register.ts';
export { guardianshipRegister } from './guardianship-register.ts';
export { populationRegister } from './population-register.ts';
