// As in server.ts: React, which renders e-mails, reads this when it is first loaded.
process.env['NODE_ENV'] ??= 'production';

const { runCommand } = await import('./command-line.server');
process.exit(await runCommand(process.argv.slice(2)));

export {};
