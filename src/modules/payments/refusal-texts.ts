import type { RefusalText, RefusalTexts } from '../../kernel/texts.ts';

type Said = readonly [what: string, why: string, next: string];

function each(sv: Said, fi: Said, en: Said): RefusalTexts[string] {
  const of = ([what, why, next]: Said): RefusalText => ({ what, why, next });
  return { sv: of(sv), fi: of(fi), en: of(en) };
}

/** A payment, or an account, that can not be as it is. */
function fault(sv: string, fi: string, en: string): RefusalTexts[string] {
  return each(
    ['Det går inte att betala så', sv, 'Rätta uppgiften och försök igen.'],
    ['Maksua ei voi tehdä näin', fi, 'Korjaa tieto ja yritä uudelleen.'],
    ['It can not be paid so', en, 'Mend it and try again.'],
  );
}

function file(sv: string, fi: string, en: string): RefusalTexts[string] {
  return each(
    ['Filen har inte lästs in', sv, 'Hämta filen från banken igen, eller fråga banken.'],
    ['Tiedostoa ei ole luettu', fi, 'Hae tiedosto pankista uudelleen tai kysy pankilta.'],
    ['The file has not been read', en, 'Fetch the file from the bank again, or ask the bank.'],
  );
}

function stays(sv: string, fi: string, en: string): RefusalTexts[string] {
  return each(
    ['Filen har inte släppts', sv, 'Gå till utbetalningen och se hur den står till.'],
    ['Tiedostoa ei ole vapautettu', fi, 'Avaa maksuerä ja katso, mikä tilanne on.'],
    ['The file has not been released', en, 'Go to the pay-out and see how it stands.'],
  );
}

function batch(sv: string, fi: string, en: string): RefusalTexts[string] {
  return each(
    ['Utbetalningen har inte gjorts', sv, 'Rätta underlaget och gör den igen.'],
    ['Maksuerää ei ole tehty', fi, 'Korjaa aineisto ja tee se uudelleen.'],
    ['The pay-out has not been made', en, 'Mend what it is made of and make it again.'],
  );
}

export const refusalTexts: RefusalTexts = {
  'payments.fault.not-an-account': fault(
    'Det är inget kontonummer.',
    'Se ei ole tilinumero.',
    'It is no account number.',
  ),
  'payments.fault.iban-length': fault(
    'IBAN har fel längd.',
    'IBAN on väärän pituinen.',
    'The IBAN has the wrong length.',
  ),
  'payments.fault.iban-check': fault(
    'Kontrollsiffrorna i IBAN stämmer inte.',
    'IBANin tarkistusnumerot eivät täsmää.',
    'The check digits of the IBAN do not agree.',
  ),
  'payments.fault.not-in-sepa': fault(
    'Kontot finns i ett land utanför SEPA.',
    'Tili on SEPA-alueen ulkopuolella.',
    'The account is in a country outside SEPA.',
  ),
  'payments.fault.clearing': fault(
    'Clearingnumret hör inte till någon bank.',
    'Clearing-numero ei kuulu millekään pankille.',
    'The clearing number belongs to no bank.',
  ),
  'payments.fault.check-digit': fault(
    'Kontrollsiffran stämmer inte.',
    'Tarkistusnumero ei täsmää.',
    'The check digit does not agree.',
  ),
  'payments.fault.amount': fault(
    'Beloppet måste vara större än noll.',
    'Summan on oltava suurempi kuin nolla.',
    'The amount must be above zero.',
  ),
  'payments.fault.name': fault('Namn saknas.', 'Nimi puuttuu.', 'There is no name.'),
  'payments.fault.id-twice': fault(
    'Samma betalning står två gånger.',
    'Sama maksu on kahdesti.',
    'The same payment stands twice.',
  ),
  'payments.fault.no-account': fault(
    'Personen har inget konto.',
    'Henkilöllä ei ole tiliä.',
    'The person has no account.',
  ),
  'payments.fault.account-awaits': fault(
    'Personens konto väntar på att godkännas.',
    'Henkilön tili odottaa hyväksyntää.',
    'The person’s account awaits approval.',
  ),
  'payments.fault.account-waits-a-day': fault(
    'Personens nya konto får betalas till först efter en bankdags väntan.',
    'Henkilön uudelle tilille voi maksaa vasta pankkipäivän odotuksen jälkeen.',
    'The person’s new account may be paid to only after a banking day’s wait.',
  ),
  'payments.fault.account-not-approved': fault(
    'Kontot är inte det som har godkänts för personen.',
    'Tili ei ole se, joka henkilölle on hyväksytty.',
    'The account is not the one that has been approved for the person.',
  ),
  'payments.own-account': fault(
    'Ditt eget konto ändras av en kollega.',
    'Kollega muuttaa oman tilisi.',
    'Your own account is changed by a colleague.',
  ),
  'payments.batch.empty': batch(
    'Den har inga betalningar, eller för många.',
    'Siinä ei ole maksuja tai niitä on liikaa.',
    'It has no payments, or too many.',
  ),
  'payments.batch.no-banking-day': batch(
    'Betalningsdagen är ingen bankdag.',
    'Maksupäivä ei ole pankkipäivä.',
    'The day of payment is no banking day.',
  ),
  'payments.batch.day-has-been': batch(
    'Betalningsdagen har varit.',
    'Maksupäivä on mennyt.',
    'The day of payment has been.',
  ),
  'payments.batch.debtor-account': batch(
    'Kontot som det betalas från är inget kontonummer.',
    'Tili, jolta maksetaan, ei ole tilinumero.',
    'The account that is paid from is no account number.',
  ),
  'payments.batch.rule': batch(
    'Filen följer inte bankens regler.',
    'Tiedosto ei noudata pankin sääntöjä.',
    'The file does not follow the bank’s rules.',
  ),
  'payments.batch.not-found': each(
    [
      'Utbetalningen finns inte',
      'Adressen kan vara fel, eller så gäller den en annan myndighet.',
      'Gå till Utbetalningar.',
    ],
    ['Maksuerää ei ole', 'Osoite voi olla väärä, tai se koskee toista viranomaista.', 'Siirry kohtaan Maksut.'],
    ['There is no such pay-out', 'The address may be wrong, or it is of another authority.', 'Go to Pay-outs.'],
  ),
  'payments.batch.released': stays('Den är redan släppt.', 'Se on jo vapautettu.', 'It has been released already.'),
  'payments.release.not-proposed': stays(
    'Ingen har föreslagit den.',
    'Kukaan ei ole ehdottanut sitä.',
    'Nobody has proposed it.',
  ),
  'payments.release.not-released': stays(
    'Den är inte släppt än.',
    'Sitä ei ole vielä vapautettu.',
    'It has not been released yet.',
  ),
  'payments.release.awaiting': stays('Den väntar på godkännande.', 'Se odottaa hyväksyntää.', 'It awaits approval.'),
  'payments.release.refused': stays('Den har avslagits.', 'Se on hylätty.', 'It has been refused.'),
  'payments.release.expired': stays(
    'Tiden för att godkänna den har gått ut.',
    'Sen hyväksymisaika on päättynyt.',
    'The time for its approval is up.',
  ),
  'payments.release.void': stays(
    'Innehållet är inte det som godkändes.',
    'Sisältö ei ole se, joka hyväksyttiin.',
    'The content is not what was approved.',
  ),
  'payments.answer.taken-before': each(
    ['Filen är redan inläst', 'Samma fil har lästs in förut. Inget har ändrats.', 'Läs in nästa fil.'],
    ['Tiedosto on jo luettu', 'Sama tiedosto on luettu aiemmin. Mikään ei muuttunut.', 'Lue seuraava tiedosto.'],
    ['The file has been read already', 'The same file was read before. Nothing has changed.', 'Read the next file.'],
  ),
  'payments.answer.unknown-message': file(
    'Det är ingen fil av ett slag som vi läser (pain.002, camt.053, camt.054).',
    'Tiedosto ei ole luettavaa tyyppiä (pain.002, camt.053, camt.054).',
    'It is no file of a kind that we read (pain.002, camt.053, camt.054).',
  ),
  'payments.file.too-large': file('Den är för stor.', 'Se on liian suuri.', 'It is too large.'),
  'payments.file.document-type': file(
    'Den har en dokumenttyp, som bankernas filer inte har.',
    'Siinä on dokumenttityyppi, jollaista pankkien tiedostoissa ei ole.',
    'It has a document type, which banks’ files have not.',
  ),
  'payments.file.not-xml': file(
    'Det är ingen hel XML-fil.',
    'Se ei ole ehjä XML-tiedosto.',
    'It is no whole XML file.',
  ),
  'payments.file.encoding': file(
    'Den är inte skriven i UTF-8.',
    'Sitä ei ole kirjoitettu UTF-8-muodossa.',
    'It is not written in UTF-8.',
  ),
  'payments.send.sent': {
    sv: {
      what: 'Filen är redan skickad',
      why: 'En utbetalning skickas en gång.',
      next: 'Gå tillbaka och se hur det har gått.',
    },
    fi: { what: 'Tiedosto on jo lähetetty', why: 'Maksu lähetetään kerran.', next: 'Palaa ja katso, miten on käynyt.' },
    en: {
      what: 'The file has been sent already',
      why: 'A pay-out is sent once.',
      next: 'Go back and see how it went.',
    },
  },
};
