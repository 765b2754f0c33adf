import { z } from 'zod';

/** In characters. Length is what makes a password strong; no rule on kinds of characters (NIST SP 800-63B 3.1.1.2). */
export const PASSWORD_LENGTH = { min: 12, max: 128 } as const;

/** A new password; the messages are codes of `errors.json`. */
export const newPasswordSchema = z
  .string('password-short')
  .min(PASSWORD_LENGTH.min, 'password-short')
  .max(PASSWORD_LENGTH.max, 'password-long')
  .refine((password) => new Set(password).size > 4, 'password-simple');
