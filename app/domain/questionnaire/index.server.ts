export { frozenQuestionnaire } from './frozen-questionnaire.server';
