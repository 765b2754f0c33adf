import { href } from 'react-router';
import { stepBefore, type Journey, type Step } from '~/domain/response';

/** The address of a page of an answer in the site map, without its language. */
export function stepPath(slug: string, step: Step): string {
  switch (step.page) {
    case 'section':
      return href('/respond/:slug/section/:sectionId', { slug, sectionId: step.section.id });
    case 'about':
      return href('/respond/:slug/about', { slug });
    case 'organisation':
      return href('/respond/:slug/organisation', { slug });
    case 'publishing':
      return href('/respond/:slug/publishing', { slug });
    case 'check':
      return href('/respond/:slug/check', { slug });
  }
}

/** Where the back link of a page leads: the page before, or back to checking for who came from there. */
export function backPath(slug: string, journey: Journey, step: Step, isChanging: boolean): string {
  if (isChanging) return href('/respond/:slug/check', { slug });
  const before = stepBefore(journey, step);
  return before ? stepPath(slug, before) : href('/respond/:slug', { slug });
}
