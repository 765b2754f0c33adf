import { useTranslation } from '~/components/words';
import { href, redirect } from 'react-router';
import type { Route } from './+types/resume';
import { Button } from '~/components/fields';
import { PageTitle } from '~/components/form';
import { Text } from '~/components/language';
import { Panel } from '~/components/page-parts';
import { ClearComputer } from '~/components/respond/clear-computer';
import { addressIn } from '~/domain/translation';
import { resumeCookieOf } from '~/middleware/answering-cookies.server';
import { resumeAddress } from '~/middleware/answering.server';
import { requestFacts } from '~/middleware/context';
import { readForm } from '~/middleware/forms.server';
import { resumeAnswer } from '~/middleware/resume-answer.server';

/** Asks what becomes of the answer that this browser holds, before the one that a link leads to takes its place. */
export async function loader(args: Route.LoaderArgs) {
  const led = await resumeAnswer(args, resumeCookieOf(args.request));
  if (led instanceof Response) throw led;
  const { inTheWay, saved } = led;
  const { language } = args.context.get(requestFacts);
  const at = (path: string) => addressIn(language, path);
  return {
    saved: { title: saved.title, original: saved.originalLanguage },
    held: {
      key: inTheWay.id,
      title: inTheWay.title,
      original: inTheWay.originalLanguage,
      continueAt: at(href('/respond/:slug', { slug: inTheWay.slug })),
      saveAt: at(href('/respond/:slug/save', { slug: inTheWay.slug })),
    },
  };
}

export async function action(args: Route.ActionArgs) {
  const { fields } = await readForm(args.request);
  const led = await resumeAnswer(args, resumeCookieOf(args.request), fields.get('replace'));
  return led instanceof Response ? led : redirect(resumeAddress(args), 303);
}

export default function Resume({ loaderData, params }: Route.ComponentProps) {
  const { t } = useTranslation('respond');
  const { saved, held } = loaderData;
  return (
    <div className="answering">
      <PageTitle>{t('resume.title')}</PageTitle>
      <p className="eyebrow">
        <Text of={saved.title} original={saved.original} />
      </p>
      <h1>{t('resume.title')}</h1>
      <Panel tone="warning" title={t('resume.held.title')}>
        <p>{t('resume.held.text')}</p>
        <p>
          <a href={held.continueAt}>
            <Text of={held.title} original={held.original} />
          </a>
        </p>
        <p>
          <a href={held.saveAt}>{t('resume.held.save')}</a>
        </p>
      </Panel>
      <form method="post" className="start-form">
        <input type="hidden" name="replace" value={held.key} />
        <Button kind="secondary">{t('resume.button')}</Button>
      </form>
      <ClearComputer slug={params.slug} />
    </div>
  );
}
