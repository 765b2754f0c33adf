/**
 * `node --import ./test/support/run-typescript.mjs file.ts`: lets plain Node run the hub's own modules in a child process, with imports
 * as they are written here (no extension, `~/` for `app/`). For tests that kill a process.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const app = pathToFileURL(`${import.meta.dirname}/../../app/`).href;

registerHooks({
  resolve(specifier, context, next) {
    if (context.parentURL?.includes('/node_modules/')) return next(specifier, context);
    const address = specifier.startsWith('~/')
      ? new URL(specifier.slice(2), app)
      : /^\.\.?\//.test(specifier)
        ? new URL(specifier, context.parentURL)
        : undefined;
    if (!address) return next(specifier, context);
    const source =
      [address.href, `${address.href}.ts`, `${address.href}/index.ts`].find(isFile) ?? address.href;
    return next(source, context);
  },
});

function isFile(href) {
  return /\.\w+$/.test(href) && existsSync(fileURLToPath(href));
}
