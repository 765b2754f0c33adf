import { configuration } from '~/platform/configuration.server';

/**
 * The content policy, enforced: nothing from elsewhere, no inline styles, and no script at all unless the page has a
 * widget that needs one; then only scripts with its nonce.
 */
export function contentPolicy(nonce?: string): string {
  return [
    `default-src 'none'`,
    `script-src ${nonce ? `'nonce-${nonce}' 'strict-dynamic'` : `'none'`}`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ].join('; ');
}

/** What every response carries. `same-origin` and not `no-referrer`: the latter makes browsers send `Origin: null` with forms. */
export function securityHeaders(headers: Headers): void {
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', contentPolicy());
  headers.set('referrer-policy', 'same-origin');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  if (configuration().isProduction) {
    headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  }
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
}
