import type { App } from './app-types.ts';

/**
 * A stop lets what is under way be answered, and then lets go of its connection: a browser would otherwise keep it open
 * for the next request, and the stop would wait for it.
 */
export function gracefulStop(app: App): void {
  let stopping = false;
  app.addHook('preClose', async () => {
    stopping = true;
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (stopping) reply.header('connection', 'close');
    done();
  });
}
