import { Outlet } from 'react-router';

/** The part of the site map under a language's prefix. */
export default function LanguageBranch() {
  return <Outlet />;
}
