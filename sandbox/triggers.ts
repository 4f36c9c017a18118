import type { Resource } from './types.ts';

/** Switches what sets functions going by hand, beside what the templates say. */
export interface Triggers {
  isOn(trigger: Resource): boolean;
  /** From now on; the next deployment says anew how it is to be. */
  turn(trigger: Resource, on: boolean): void;
  /** As the templates say. */
  reset(): void;
}

const ON = {
  'AWS::Lambda::EventSourceMapping': { property: 'Enabled', on: true, off: false },
  'AWS::Events::Rule': { property: 'State', on: 'ENABLED', off: 'DISABLED' },
} as const;

const switchOf = ({ type }: Resource) => {
  if (type in ON) return ON[type as keyof typeof ON];
  throw new Error(`A ${type} is not switched.`);
};

/** @param changed told after every change: whoever keeps timers sets them anew. */
export const createTriggers = (changed: () => void = () => undefined): Triggers => {
  const written = new Map<Resource, unknown>();
  return {
    isOn: (trigger) => {
      const { property, off } = switchOf(trigger);
      return `${trigger.properties[property]}` !== `${off}`;
    },
    turn: (trigger, on) => {
      const known = switchOf(trigger);
      if (!written.has(trigger)) written.set(trigger, trigger.properties[known.property]);
      trigger.properties[known.property] = on ? known.on : known.off;
      changed();
    },
    reset: () => {
      for (const [trigger, was] of written) trigger.properties[switchOf(trigger).property] = was;
      written.clear();
      changed();
    },
  };
};
