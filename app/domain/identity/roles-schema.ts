import { z } from 'zod';
import { ROLES } from './actor';

/** Ticked roles; the messages are codes of `errors.json`. */
export const rolesSchema = z
  .array(z.enum(ROLES, 'invalid'), 'roles-missing')
  .min(1, 'roles-missing')
  .transform((roles) => [...new Set(roles)]);
