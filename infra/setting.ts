import { z } from 'zod';

/** What a setting is for, in words for whoever deploys. Faults and the configuration reference are made of it. */
export interface SettingNote {
  description: string;
  expected: string;
  example: unknown;
}

/** A setting with its note. */
export const setting = <T extends z.ZodType>(schema: T, note: SettingNote): T => schema.meta({ ...note });

/** A line people read; control characters would let a setting write mail headers of its own. */
export const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}+$/u);
