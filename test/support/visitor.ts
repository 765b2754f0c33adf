import { Window } from 'happy-dom';

const ORIGIN = 'http://hub.test';

type Fields = Record<string, string | readonly string[] | File | undefined>;

export type Page = {
  status: number;
  location: string | null;
  headers: Headers;
  html: string;
  /** The words of the page's main part, white space folded. */
  text: () => string;
  document: Document;
  /** Goes where a redirect leads. */
  follow: () => Promise<Page>;
};

/** Somebody with a browser: keeps cookies, sends forms as browsers do. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly #send: (request: Request) => Promise<Response>;

  constructor(send: (request: Request) => Promise<Response>) {
    this.#send = send;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.request(path, { headers });
  }

  post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Page> {
    return this.request(path, { method: 'POST', body: encode(fields), headers });
  }

  async request(path: string, init: RequestInit): Promise<Page> {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    if (init.method === 'POST' && !headers.has('origin')) headers.set('origin', ORIGIN);
    const response = await this.#send(
      new Request(new URL(path, ORIGIN), { redirect: 'manual', ...init, headers }),
    );
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    const html = await response.text();
    let document: Document | undefined;
    const page: Page = {
      status: response.status,
      location: response.headers.get('location'),
      headers: response.headers,
      html,
      get document() {
        return (document ??= parse(html));
      },
      text() {
        return (this.document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ').trim();
      },
      follow: () => {
        const location = response.headers.get('location');
        if (!location) throw new Error(`Nothing to follow: status ${response.status}`);
        return this.get(location);
      },
    };
    return page;
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';');
    const [name = '', ...value] = pair.split('=');
    const isGone = attributes.some((attribute) =>
      /^\s*(max-age=0|expires=Thu, 01 Jan 1970)/i.test(attribute),
    );
    if (isGone) this.cookies.delete(name);
    else this.cookies.set(name, value.join('='));
  }
}

/** The page as a DOM that runs nothing and fetches nothing. */
function parse(html: string): Document {
  const { DOMParser } = new Window({
    settings: { disableJavaScriptEvaluation: true, disableCSSFileLoading: true },
  });
  return new DOMParser().parseFromString(html, 'text/html') as unknown as Document;
}

function encode(fields: Fields): URLSearchParams | FormData {
  const values = Object.entries(fields).flatMap(([name, value]): Array<[string, string | File]> => {
    if (value === undefined) return [];
    if (typeof value === 'string' || value instanceof File) return [[name, value]];
    return value.map((one) => [name, one]);
  });
  if (values.some(([, value]) => value instanceof File)) {
    const form = new FormData();
    for (const [name, value] of values) form.append(name, value);
    return form;
  }
  return new URLSearchParams(values as Array<[string, string]>);
}
