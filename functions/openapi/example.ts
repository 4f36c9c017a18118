import { planIdFrom } from '../../adapters/ids.ts';

/** One request of the reference and the status it is answered with. */
export interface Example {
  route: string;
  /** Unique among the examples of its route. */
  name: string;
  says: string;
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  headers?: Readonly<Record<string, string>>;
  /** What is sent: as JSON, or as it is where `type` is another. */
  body?: unknown;
  type?: string;
  status: number;
  /** Who sends it; HR when absent. */
  caller?: 'manager';
  /** Time has passed until then. */
  at?: string;
}

/** A plan of the examples: its id follows from its key, as for anybody who sends one. */
const plan = (key: string) => ({ key, id: planIdFrom(`hr\n${key}`) });

export const FIRST = plan('0c1f6f0e-first');
export const SECOND = plan('4b7d22aa-second');
export const THIRD = plan('9e03c5d1-third');
