import { configuration } from '~/platform/configuration.server';

/**
 * The content policy, enforced: nothing from elsewhere, scripts by nonce only, no inline styles.
 * `same-origin` and not `no-referrer`: the latter makes browsers send `Origin: null` with forms.
 */
export function securityHeaders(headers: Headers, nonce: string): void {
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
  ];
  headers.set('content-security-policy', policy.join('; '));
  headers.set('referrer-policy', 'same-origin');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  if (configuration().isProduction) {
    headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  }
  if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-store');
}
