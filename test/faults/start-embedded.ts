/** Starts the embedded PostgreSQL in the folder given, prints its address, and stays until it is killed. */
import { startEmbedded } from '~/platform/database/embedded-postgres.server';

const { url } = await startEmbedded({ folder: process.argv[2] ?? '' });
console.log(url);
setInterval(() => {}, 60_000);
