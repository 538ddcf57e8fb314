import { Form } from './form.tsx';
import { type PageActing, useTexts } from './page-context.ts';
import { texts } from './texts/index.ts';

/** In whose name the page is: on every page, until the reader stops or changes. */
export function ActingFor({ acting: { name, state } }: { readonly acting: PageActing }) {
  const t = useTexts(texts).acting;
  return (
    <section class={`al-acting al-acting--${state}`} aria-label={t.label}>
      <div class="al-acting__bar">
        <p class="al-acting__who">
          {t[state](name || t.unnamed)} {state === 'aside' && t.asideWhy}
        </p>
        <Form action="/mina-sidor/valj" class="al-acting__stop">
          <input type="hidden" name="principal" value="" />
          <button type="submit" class="ds-button" data-variant="secondary" data-size="sm">
            {t.stop}
          </button>
        </Form>
        <a class="ds-link" href="/mina-sidor/valj">
          {t.change}
        </a>
      </div>
    </section>
  );
}
