export { createStatesEngine, type ExecutionOverview, type StatesEngine } from './engine.ts';
export type { ExecutionStatus, HistoryEvent, StatesOptions } from './types.ts';
