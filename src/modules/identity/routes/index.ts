import type { App } from '../../../kernel/http/app-types.ts';
import type { SignInParts } from '../sign-in.ts';
import { type MyPagesParts, myPagesRoutes } from './my-pages.tsx';
import { roleRoutes } from './roles.tsx';
import { signInRoutes } from './sign-in.tsx';

export type IdentityParts = SignInParts & MyPagesParts;

export async function identityRoutes(app: App, parts: IdentityParts): Promise<void> {
  await signInRoutes(app, parts);
  await myPagesRoutes(app, parts);
  await roleRoutes(app, parts);
}
