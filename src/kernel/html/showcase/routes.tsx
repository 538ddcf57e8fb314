import type { App } from '../../http/app-types.ts';
import { useTexts } from '../page-context.ts';
import { RefusalPage } from '../refusal-page.tsx';
import { ComponentsPage } from './components-page.tsx';
import { samples } from './samples/index.ts';

function SampleRefusal({ requestId }: { readonly requestId: string }) {
  const t = useTexts(samples).refusal;
  return <RefusalPage {...t} requestId={requestId} status={409} />;
}

/** What pages are built from, at `/utveckling/komponenter`; registered outside production only. */
export async function componentsRoutes(app: App): Promise<void> {
  const config = { room: 'public' } as const;
  app.get('/utveckling/komponenter', { config }, (_request, reply) => reply.page(<ComponentsPage />));
  app.post('/utveckling/komponenter', { config }, (_request, reply) => reply.seeOther('/utveckling/komponenter'));
  app.get('/utveckling/komponenter/avslag', { config }, (request, reply) =>
    reply.page(<SampleRefusal requestId={request.id} />, { status: 409 }),
  );
  app.get('/utveckling/komponenter/fel', { config }, () => {
    throw new Error('A defect, asked for to see its page');
  });
}
