// React reads NODE_ENV when it is first loaded, and is many times slower in development: so this comes before all else.
process.env['NODE_ENV'] ??= 'production';

const { serve } = await import('./serve.server');
await serve(`${import.meta.dirname}/../client`);

export {};
