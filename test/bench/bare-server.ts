import { createServer } from 'node:http';
import { Pool } from 'pg';

/** The limits of the machine: a bare answer, and a bare insert with commit, in a process of its own. */
const pool = new Pool({ connectionString: process.argv[2], max: 16 });
const insert = { name: 'insert', text: 'INSERT INTO bare (id, body) VALUES (uuidv7(), $1)' };

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    response.writeHead(200, { 'content-type': 'text/plain' });
    response.end('ok');
    return;
  }
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    pool.query({ ...insert, values: [Buffer.concat(chunks).toString('utf8')] }).then(
      () => response.writeHead(303, { location: '/done' }).end(),
      () => response.writeHead(500).end(),
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
process.on('SIGTERM', () => process.exit(0));
