/** What is pressed on the test e-ID's page. */
export type EidChoice = {
  readonly person?: string;
  readonly level?: 'high' | 'substantial' | 'low';
  readonly outcome?: 'cancel' | 'fail';
};

/**
 * Goes through the test e-ID as a browser would, with a cookie jar of its own.
 * @returns the address that it sends the browser back to, unopened
 */
export async function throughEid(start: URL, choice: EidChoice): Promise<URL> {
  const jar = new Map<string, string>();
  async function ask(url: URL, init: RequestInit = {}): Promise<Response> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  let url = start;
  for (let hops = 0; hops < 10; hops++) {
    const response = await ask(url);
    const location = response.headers.get('location');
    if (location) {
      url = new URL(location, url);
    } else {
      if (!response.ok) throw new Error(`the test e-ID answered ${response.status}: ${await response.text()}`);
      const posted = await ask(url, {
        method: 'POST',
        body: new URLSearchParams({ level: choice.level ?? 'high', ...choice }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      url = new URL(posted.headers.get('location') ?? '', url);
    }
    if (url.origin !== start.origin) return url;
  }
  throw new Error('the test e-ID never sent the browser back');
}
