import { type ExecutionStatus, STATUS_WORDS } from './model.ts';

const LOOK: Record<ExecutionStatus, string> = {
  RUNNING: 'pill',
  SUCCEEDED: 'pill pill-good',
  ABORTED: 'pill pill-warn',
  FAILED: 'pill pill-bad',
  TIMED_OUT: 'pill pill-bad',
};

export const StatusPill = ({ status }: { status: ExecutionStatus }) => (
  <span class={LOOK[status]}>{STATUS_WORDS[status]}</span>
);
