import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
};

type Asset = { bytes: Buffer; compressed?: Buffer; type: string; etag: string; caching: string };

/**
 * Serves the built assets from memory, compressed for the first who asks: some hundred kilobytes, read at start, so that a build that is
 * replaced under a running hub takes nothing from the pages it serves.
 * @returns a function that answers a request for an asset, and says whether it did
 */
export function serveAssets(folder: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const assets = readAssets(folder);
  return (request, response) => {
    const asset = assets.get(request.url?.split('?')[0] ?? '');
    if (!asset || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    const headers: Record<string, string> = {
      etag: asset.etag,
      'cache-control': asset.caching,
      'content-type': asset.type,
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
    };
    if (request.headers['if-none-match'] === asset.etag) {
      response.writeHead(304, headers).end();
      return true;
    }
    const takesBrotli = /\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''));
    const body = takesBrotli ? (asset.compressed ??= brotliCompressSync(asset.bytes)) : asset.bytes;
    if (takesBrotli) headers['content-encoding'] = 'br';
    headers['content-length'] = String(body.byteLength);
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body);
    return true;
  };
}

function readAssets(folder: string): Map<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = TYPES[path.extname(file.name)];
    if (!file.isFile() || !type) continue;
    const place = path.join(file.parentPath, file.name);
    const address = `/${path.relative(folder, place).split(path.sep).join('/')}`;
    if (address.startsWith('/.')) continue;
    const bytes = readFileSync(place);
    assets.set(address, {
      bytes,
      type,
      etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
      caching: address.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'public, max-age=3600',
    });
  }
  return assets;
}
