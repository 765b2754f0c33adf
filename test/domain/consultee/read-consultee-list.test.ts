import { expect, test } from 'vitest';
import { readConsulteeList } from '~/domain/consultee/read-consultee-list';
import { HubError } from '~/domain/hub-error';

const namesIn = (list: string) => readConsulteeList(list).map(({ name }) => name);

test.each([
  ['semicolons', 'Hills, Dales and Valley Council; office@hills.example; cy; group'],
  ['tabs', 'Hills, Dales and Valley Council\toffice@hills.example\tcy\tgroup'],
  ['commas', '"Hills, Dales and Valley Council", office@hills.example, CY, Group'],
])('a line parted by %s keeps a comma in its name', (_parted, line) => {
  expect(readConsulteeList(line)).toMatchObject([
    { name: 'Hills, Dales and Valley Council', email: 'office@hills.example', language: 'cy', kind: 'group' },
  ]);
});

test('only name and e-mail are needed; empty lines and spaces do not matter', () => {
  expect(readConsulteeList('\n  Riverside Carers ;  office@riverside.example  \r\n\r\n')).toMatchObject([
    { name: 'Riverside Carers', email: 'office@riverside.example', language: 'en', kind: 'organisation' },
  ]);
  expect(namesIn('A, a@example.org\nB, b@example.org')).toEqual(['A', 'B']);
});

test.each([
  ['', 'list-empty', {}],
  ['A; a@example.org\nB', 'list-line-wrong', { line: 2 }],
  ['A; a@example.org\n\nB; no address', 'list-line-wrong', { line: 3 }],
  ['A; a@example.org; fr', 'list-line-wrong', { line: 1 }],
  ['A; "a@example.org', 'list-unreadable', {}],
  ['A; a@example.org\n'.repeat(1001), 'list-too-long', { most: 1000 }],
])('%j is refused as a whole', (list, code, values) => {
  const read = () => readConsulteeList(list);
  expect(read).toThrow(HubError);
  try {
    read();
  } catch (error) {
    expect((error as HubError).fields).toEqual({ list: { code, values } });
  }
});
