import { isPlanSection, type PlanSection } from './plan';
import type { Problem } from './publishing';
import type { ConsultationState } from './state';

/** The one obvious thing to do next with a consultation, for this person. */
export type NextStep =
  | { step: 'fill-in'; section: PlanSection }
  | {
      step:
        | 'ask-approval'
        | 'ask-again'
        | 'decide'
        | 'wait-for-approval'
        | 'mend'
        | 'write-questions'
        | 'translate'
        | 'explain-delay';
    }
  | {
      step:
        | 'wait-for-authors'
        | 'wait-for-opening'
        | 'collect'
        | 'wait-for-closing'
        | 'understand'
        | 'decide-late'
        | 'wait-for-reading'
        | 'translate-report'
        | 'keep-promises'
        | 'read-report';
    };

export type NextStepFacts = {
  state: ConsultationState;
  problems: readonly Problem[];
  draftVersion: number;
  /** The latest request to publish. */
  request: { decision: string | null; draftVersion: number } | undefined;
  mayWrite: boolean;
  /** Approver, and neither the author nor the one who asked. */
  mayDecide: boolean;
  mayRegister: boolean;
  mayRead: boolean;
  mayReport: boolean;
  /** Texts of the report are to be translated, and this person does nothing else with it. */
  hasReportToTranslate: boolean;
  /** Late answers that nobody has decided on, where this person may. */
  lateToDecide: number;
  /** The day on which feedback was last promised has passed, and there is none. */
  isPromiseMissed: boolean;
};

const AFTER_PUBLISHING: Record<Exclude<ConsultationState, 'draft'>, NextStep['step']> = {
  forthcoming: 'wait-for-opening',
  open: 'collect',
  closed: 'understand',
  overdue: 'understand',
  reported: 'read-report',
  'following-up': 'read-report',
};

/** What to do next: first what is missing, then the second person, then what the state asks for. */
export function nextStepOf(facts: NextStepFacts): NextStep {
  if (facts.state === 'overdue' && facts.isPromiseMissed && facts.mayWrite) return { step: 'explain-delay' };
  const step = facts.state !== 'draft' && AFTER_PUBLISHING[facts.state];
  if (step === 'collect' && !facts.mayRegister) return { step: 'wait-for-closing' };
  if (step === 'understand' && !facts.mayRead) {
    if (facts.lateToDecide > 0) return { step: 'decide-late' };
    return { step: facts.hasReportToTranslate ? 'translate-report' : 'wait-for-reading' };
  }
  if (facts.state === 'following-up' && facts.mayReport) return { step: 'keep-promises' };
  if (facts.state !== 'draft') return { step: AFTER_PUBLISHING[facts.state] } as NextStep;
  const { request, draftVersion, problems, mayWrite, mayDecide } = facts;
  const isAboutThis = request?.draftVersion === draftVersion;
  if (request && !request.decision && isAboutThis) {
    return { step: mayDecide ? 'decide' : 'wait-for-approval' };
  }
  if (!mayWrite) return { step: 'wait-for-authors' };
  if (request?.decision === 'sent-back' && isAboutThis) return { step: 'mend' };
  const [first] = problems;
  if (!first) return { step: request && !request.decision ? 'ask-again' : 'ask-approval' };
  if (isPlanSection(first.section)) return { step: 'fill-in', section: first.section };
  return { step: first.section === 'questionnaire' ? 'write-questions' : 'translate' };
}
