import { notFound } from '~/domain/hub-error';

/** Every address that is nothing: the error page words it. */
export function loader(): never {
  throw notFound();
}

export default function NotFound() {
  return null;
}
