import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { inOtherLanguage } from '~/domain/translation';
import { nextInstant } from '~/domain/consultation/next-instant.server';
import { log } from '~/platform/log.server';
import { listen } from '~/platform/database/listen.server';

const MOST_PAGES = 2000;
const LONGEST_SECONDS = 60;
const compress = promisify(brotliCompress);

/** The public pages that are the same for everybody. Not `/`, which looks at what the browser prefers. */
const SAME_FOR_ALL =
  /^\/(consultations(\/[^/]+(\/(questions|report))?)?|help|accessibility|privacy|counting)$/;

type Page = { body: Buffer; compressed?: Promise<Buffer>; etag: string; headers: Headers; untilMark: number };

/**
 * Remembers rendered public pages: once per address and content version. They are dropped on every node when public
 * content changes or the clock of a rehearsal is moved, and never outlive the next opening or closing instant. While
 * the database cannot be heard, a page can be a minute old.
 */
export class PageCache {
  readonly #pages = new Map<string, Page>();
  #version = 0;
  /** The monotonic time (ms) of the next instant; like the pages it holds until something changes. */
  #next: number | undefined;
  #isListening = false;

  /** Starts hearing what changes. @returns how to stop. */
  async listen(): Promise<() => Promise<void>> {
    const forget = () => this.forget();
    const stops = [listen('public_content', forget), listen('hub_clock', forget)];
    this.#isListening = true;
    return async () => {
      this.#isListening = false;
      await Promise.all(stops.map((stop) => stop()));
    };
  }

  forget(): void {
    this.#version += 1;
    this.#pages.clear();
    this.#next = undefined;
  }

  /** Seconds to the next opening or closing instant, which is asked for once for all pages before it; 0 if unknown. */
  async #secondsLeft(): Promise<number> {
    const version = this.#version;
    const left = this.#next ? (this.#next - performance.now()) / 1000 : 0;
    if (left > 0) return left;
    const seconds = await nextInstant().catch((error: unknown) => {
      log.warn({ err: error }, 'a page is not remembered');
      return 0;
    });
    if (this.#isListening && version === this.#version) this.#next = performance.now() + seconds * 1000;
    return seconds;
  }

  /** The page for a request: remembered, or rendered by `render` and remembered if it may be. */
  async answer(request: Request, render: () => Promise<Response>): Promise<Response> {
    const url = new URL(request.url);
    if (request.method !== 'GET' || !SAME_FOR_ALL.test(inOtherLanguage(url.pathname, 'en'))) return render();
    const key = url.pathname + url.search;
    const known = this.#pages.get(key);
    if (known && performance.now() < known.untilMark) return reply(request, known);

    const version = this.#version;
    const response = await render();
    if (response.status !== 200) return response;
    const page = await toPage(response, await this.#secondsLeft());
    if (this.#isListening && version === this.#version) {
      this.#pages.delete(key);
      this.#pages.set(key, page);
      const [oldest] = this.#pages.keys();
      if (this.#pages.size > MOST_PAGES && oldest) this.#pages.delete(oldest);
    }
    return reply(request, page);
  }
}

async function toPage(response: Response, secondsLeft: number): Promise<Page> {
  const seconds = Math.min(LONGEST_SECONDS, secondsLeft);
  const body = Buffer.from(await response.arrayBuffer());
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = new Headers(response.headers);
  headers.set('cache-control', `public, max-age=0, s-maxage=${Math.floor(seconds)}, must-revalidate`);
  headers.set('vary', 'Accept-Encoding');
  return { body, etag, headers, untilMark: performance.now() + seconds * 1000 };
}

/** Compressed once, for the first who asks. */
const compressed = (page: Page) =>
  (page.compressed ??= compress(page.body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }));

async function reply(request: Request, page: Page): Promise<Response> {
  const headers = new Headers(page.headers);
  headers.set('etag', page.etag);
  if (request.headers.get('if-none-match')?.replace(/^W\//, '') === page.etag) {
    return new Response(null, { status: 304, headers });
  }
  if (/\bbr\b/.test(request.headers.get('accept-encoding') ?? '')) {
    headers.set('content-encoding', 'br');
    return new Response(new Uint8Array(await compressed(page)), { headers });
  }
  return new Response(new Uint8Array(page.body), { headers });
}
