import { z } from 'zod';
import { seededRandom } from './wire/random.ts';

export const FAULT_NAMES = [
  'throttle',
  'error',
  'lost_response',
  'duplicate_delivery',
  'bounce',
  'complaint',
  'delay',
  'reject',
  'quota',
  'sending_paused',
  'kill_worker',
  'drop_callback',
] as const;

const Fault = z.strictObject({
  name: z.enum(FAULT_NAMES),
  service: z.string().min(1).optional(),
  function: z.string().min(1).optional(),
  times: z.int().min(1).optional(),
  probability: z.number().gt(0).lte(1).optional(),
  seed: z.int().optional(),
});

export const FaultsForm = z.strictObject({ faults: z.array(Fault) });

export type Fault = z.infer<typeof Fault>;
export type FaultName = Fault['name'];

/** What a fault might strike: an AWS service by signing name, a function by logical id. */
export interface FaultTarget {
  service?: string;
  function?: string;
}

export interface Faults {
  /** The faults switched on, each with how often it struck. */
  active(): (Fault & { struck: number })[];
  /** Puts this set in the place of the active one. */
  replace(faults: Fault[]): void;
  /** Switches one more on, beside those there are. */
  add(fault: Fault): void;
  /** Switches off the one at this place of `active()`; the others keep counting. */
  remove(place: number): void;
  /** Asks whether `name` strikes here and now; a yes uses up one of its `times`. */
  strikes(name: FaultName, target: FaultTarget): boolean;
}

const letters = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** A function answers to the beginning of its name: CDK ends every logical id with a hash. */
export const isFunctionNamed = (functionName: string, wanted: string): boolean =>
  letters(functionName).startsWith(letters(wanted));

const concerns = (fault: Fault, target: FaultTarget): boolean =>
  (!fault.service || fault.service === target.service) &&
  (!fault.function || (target.function !== undefined && isFunctionNamed(target.function, fault.function)));

/** The switchboard of failures. Deterministic: `probability` draws from the fault's own `seed` (0 unless given). */
export const createFaults = (): Faults => {
  let switches: { fault: Fault; struck: number; random: () => number }[] = [];
  const switchOn = (fault: Fault) => ({ fault, struck: 0, random: seededRandom(fault.seed ?? 0) });
  return {
    active: () => switches.map(({ fault, struck }) => ({ ...fault, struck })),
    replace: (faults) => {
      switches = faults.map(switchOn);
    },
    add: (fault) => {
      switches = [...switches, switchOn(fault)];
    },
    remove: (place) => {
      switches = switches.filter((_, index) => index !== place);
    },
    strikes: (name, target) => {
      for (const one of switches) {
        const { fault } = one;
        if (fault.name !== name || one.struck >= (fault.times ?? Infinity) || !concerns(fault, target))
          continue;
        if (one.random() >= (fault.probability ?? 1)) continue;
        one.struck += 1;
        return true;
      }
      return false;
    },
  };
};
