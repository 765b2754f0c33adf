/** Tells password managers whose password a form is about. Nobody else sees it. */
export function UsernameField({ email }: { email: string }) {
  return (
    <input type="email" name="username" value={email} autoComplete="username" readOnly hidden tabIndex={-1} />
  );
}
