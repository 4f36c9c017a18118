import * as z from 'zod/mini';
import { ItemShape, ParticipantShape } from '../api/schema.ts';
import { OPERATIONS } from './operations.ts';
import { SummaryShape } from './plan-answers.ts';

type Json = Record<string, unknown>;

/** Every shape that has a name, as JSON Schema by that name; where one holds another it refers to it. */
export function schemas(): Record<string, Json> {
  const named = z.registry<{ id: string }>();
  named.add(ParticipantShape, { id: 'Participant' });
  named.add(ItemShape, { id: 'Item' });
  named.add(SummaryShape, { id: 'PlanSummary' });
  for (const { body, answers } of Object.values(OPERATIONS)) {
    for (const { shape, name } of [...(body ? [body] : []), ...answers]) {
      if (!named.has(shape)) named.add(shape, { id: name });
    }
  }
  const made = z.toJSONSchema(named, { uri: refTo, io: 'input' }).schemas as Record<string, Json>;
  return Object.fromEntries(
    Object.entries(made).map(([name, { $schema: _, $id: __, ...schema }]) => [name, tidy(schema) as Json]),
  );
}

export const refTo = (name: string): string => `#/components/schemas/${name}`;

/** The name under which a shape is in the document. */
export const nameOfShape = (name: string): { $ref: string } => ({ $ref: refTo(name) });

/** Without what the library adds that says nothing: the bounds of numbers that JavaScript keeps exactly. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, held]) => !(key === 'maximum' && held === Number.MAX_SAFE_INTEGER))
      .map(([key, held]) => [key, tidy(held)]),
  );
}
