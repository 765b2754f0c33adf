export { lockArrival, may } from './arrival-access.server';
export { IS_NOT_YET_KEYED } from './arrival-sql.server';
