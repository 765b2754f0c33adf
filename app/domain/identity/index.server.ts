export { linkPath } from './link-token.server';
