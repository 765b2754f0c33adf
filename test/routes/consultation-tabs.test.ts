import { expect, test } from 'vitest';
import { aBody, aConsultation, aPerson } from '#/test/support/factories';
import { useHub } from '#/test/support/hub';
import { ROLES } from '~/domain/identity';

const hub = useHub();

test.each(ROLES)('every page that the tabs offer to somebody with the role of %s opens', async (role) => {
  const body = await aBody();
  const author = await aPerson({ body, roles: ['author'] });
  const browser = await hub.signIn(await aPerson({ body, roles: [role] }));
  const shut: string[] = [];
  for (const state of ['draft', 'open', 'closed'] as const) {
    const { id } = await aConsultation({ body, author, state });
    const page = await browser.get(`/officer/consultations/${id}`);
    const links = [...page.document.querySelectorAll('.tabs li a')].map(
      (link) => link.getAttribute('href') ?? '',
    );
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) {
      const { status } = await browser.get(link);
      if (status !== 200) shut.push(`${state} ${link.slice(link.lastIndexOf('/'))} ${status}`);
    }
  }
  expect(shut).toEqual([]);
});
