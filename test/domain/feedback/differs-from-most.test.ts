import { expect, test } from 'vitest';
import { differsFromMost, viewsThatDiffer, type Finding } from '~/domain/feedback';

const onOption = { isAgreementScale: true, isAboutOption: true };
const onHabit = { isAgreementScale: true, isAboutOption: false };
const onChoice = { isAgreementScale: false, isAboutOption: false };
const mostAgree = { 'strongly-agree': 2, agree: 4, disagree: 5 };

type Decision = Pick<Finding, 'stance' | 'side'>;
const accepted: Decision = { stance: 'accepted' };
const refused: Decision = { stance: 'not-accepted' };

test('a finding without a side speaks for what most said', () => {
  expect(differsFromMost(accepted, onOption, mostAgree)).toBe(false);
  expect(differsFromMost(refused, onOption, mostAgree)).toBe(true);
});

test('accepting only a part of what most said differs', () => {
  expect(differsFromMost({ stance: 'partly-accepted' }, onOption, mostAgree)).toBe(true);
});

test('accepting what fewer said differs, even partly, and refusing it does not', () => {
  expect(differsFromMost({ stance: 'accepted', side: 'disagree' }, onOption, mostAgree)).toBe(true);
  expect(differsFromMost({ stance: 'partly-accepted', side: 'disagree' }, onOption, mostAgree)).toBe(true);
  expect(differsFromMost({ stance: 'not-accepted', side: 'disagree' }, onOption, mostAgree)).toBe(false);
});

test('merely noting what most said differs only where an option waits for a decision', () => {
  expect(differsFromMost({ stance: 'noted' }, onOption, mostAgree)).toBe(true);
  expect(differsFromMost({ stance: 'noted' }, onHabit, mostAgree)).toBe(false);
  expect(differsFromMost({ stance: 'noted', side: 'disagree' }, onOption, mostAgree)).toBe(false);
});

test('a tie, or no answer, differs from nothing', () => {
  expect(differsFromMost(refused, onOption, { agree: 3, disagree: 3 })).toBe(false);
  expect(differsFromMost(refused, onChoice, {})).toBe(false);
});

test('among choices the one most chose is what most said', () => {
  const counts = { north: 5, south: 3, east: 3 };
  expect(differsFromMost({ stance: 'accepted', side: 'north' }, onChoice, counts)).toBe(false);
  expect(differsFromMost({ stance: 'accepted', side: 'south' }, onChoice, counts)).toBe(true);
});

test('the views in which a decision differs are named', () => {
  const views = [
    { view: 'overall', counts: { agree: 5, disagree: 3 } },
    { view: 'organisation', counts: { agree: 1, disagree: 3 } },
  ];
  expect(viewsThatDiffer({ stance: 'accepted', side: 'agree' }, onOption, views)).toEqual(['organisation']);
});
