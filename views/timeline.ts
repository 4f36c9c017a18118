export { describe } from './timeline/past.ts';
export { describePlanned } from './timeline/planned.ts';
