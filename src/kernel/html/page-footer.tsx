import { type PageAuthority, usePage, useTexts } from './page-context.ts';
import { homeOf } from './page-header.tsx';
import { texts } from './texts/index.ts';

/** Where to turn, the accessibility statement and the privacy notice: the authority's, or those of Allmänning itself. */
export function PageFooter({ authority }: { readonly authority: PageAuthority | null }) {
  const t = useTexts(texts);
  const { development } = usePage();
  const rooms = authority ? `/${authority.slug}` : '/om';
  return (
    <footer class="al-footer">
      <div class="al-footer__inner">
        <div class="al-footer__first">
          <h2 class="al-footer__heading">{authority?.name ?? t.product}</h2>
          {authority ? <Contact authority={authority} /> : <p>{t.footer.shared}</p>}
        </div>
        <div>
          <h2 class="al-footer__heading">{t.footer.about}</h2>
          <ul class="al-footer__list">
            <li>
              <a href={`${rooms}/tillganglighet`}>{t.footer.accessibility}</a>
            </li>
            <li>
              <a href={`${rooms}/personuppgifter`}>{t.footer.privacy}</a>
            </li>
          </ul>
        </div>
        <div class="al-footer__product">
          {authority && <p>{t.footer.shared}</p>}
          {development && <p class="al-footer__development">{t.footer.development}</p>}
        </div>
      </div>
    </footer>
  );
}

function Contact({ authority }: { readonly authority: PageAuthority }) {
  const { email, phone, address } = authority.contact;
  return (
    <ul class="al-footer__list">
      {address?.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {phone && (
        <li>
          <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>
        </li>
      )}
      {email && (
        <li>
          <a href={`mailto:${email}`}>{email}</a>
        </li>
      )}
      {!email && !phone && !address && (
        <li>
          <a href={homeOf(authority)}>{authority.name}</a>
        </li>
      )}
    </ul>
  );
}
