import type { JobState } from './model.ts';

const STATES: Record<JobState, { text: string; kind: string }> = {
  uploading: { text: 'file not complete', kind: '' },
  waiting: { text: 'not begun', kind: ' pill-warn' },
  running: { text: 'running', kind: ' pill-warn' },
  checked: { text: 'checked', kind: ' pill-good' },
  unreadable: { text: 'cannot be read', kind: ' pill-bad' },
  done: { text: 'done', kind: ' pill-good' },
  stopped: { text: 'stopped', kind: ' pill-warn' },
  failed: { text: 'stands still', kind: ' pill-bad' },
};

export const StatePill = ({ state }: { state: JobState }) => (
  <span class={`pill${STATES[state].kind}`}>{STATES[state].text}</span>
);
