import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible } from './browser';
import { pageAt } from './site-map';

/** Pages that only a form or a secret link leads to, by the journey that looks at them. */
export const REACHED_BY_JOURNEY = {
  answer: [
    'respond-section',
    'respond-about',
    'respond-organisation',
    'respond-publishing',
    'respond-check',
    'respond-save',
    'respond-resume',
    'respond-equality',
    'respond-receipt',
    'respond-cleared',
    'response-status',
    'change-response',
    'withdraw',
    'message',
  ],
  'other-pages': [
    'sign-in',
    'sign-in-code',
    'invitation',
    'forgotten-password',
    'new-password',
    'backup-codes',
    'problem-sent',
    'problem-reply',
    'not-found',
    'risk-entry',
    'check',
    'theme',
    'finding',
    'quotations',
    'report-translation',
  ],
  'writing-questions': ['question', 'section', 'add-question', 'asked-when', 'remove-item'],
  consultee: [
    'consultee',
    'consultee-answer',
    'consultee-help',
    'consultee-contest',
    'consultee-finished',
    'send-notices',
    'fulfil-request',
    'record-contest',
    'decide-contest',
    'extension',
  ],
} as const;
type Journey = keyof typeof REACHED_BY_JOURNEY;

/** Addresses that show no page of their own: they lead on, take a button, or hand out a file. */
export const LEADS_ON: readonly string[] = [
  'pass-on-link',
  'respond-clear',
  'resume-link',
  'notice-link',
  'consultee-finish',
  'sign-out',
  'invitation-link',
  'password-link',
  'key-next',
  'scan',
  'responses-csv',
  'responses-columns-csv',
];

const inspected = new Set<string>();

/** Looks at the page as it stands, wide and narrow, with every rule of axe. */
export async function inspect(page: Page, widths: readonly number[] = [1280, 320]): Promise<void> {
  const before = page.viewportSize();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible(page);
  }
  if (before) await page.setViewportSize(before);
  inspected.add(pageAt(new URL(page.url()).pathname.replace(/^\/(cy|ur)(?=\/|$)/, '') || '/') ?? '');
}

/** Looks at the same address in Welsh and Urdu once. */
export async function inspectTranslated(page: Page, path: string): Promise<void> {
  for (const { prefix, width } of [
    { prefix: '/cy', width: 1280 },
    { prefix: '/ur', width: 320 },
  ]) {
    await page.setViewportSize({ width, height: 900 });
    const status = (await page.goto(prefix + path))?.status();
    expect(status, prefix + path).toBe(pageAt(path.split('?')[0] ?? '') === 'en/not-found' ? 404 : 200);
    expect(await page.locator('html').getAttribute('lang')).toBe(prefix.slice(1));
    await expectAccessible(page);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** At the end of a journey: it has looked at every page that nothing else looks at. */
export function expectAllInspected(journey: Journey): void {
  const missed = REACHED_BY_JOURNEY[journey].filter((id) => !inspected.has(`en/${id}`));
  expect(missed, `pages that the journey "${journey}" did not look at`).toEqual([]);
}
