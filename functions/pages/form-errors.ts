import type { BrokenRule } from '../../domain/errors.ts';
import type { Answer } from '../../domain/index.ts';
import { faultInWords } from '../../views/fault-words.ts';
import {
  allFields,
  checkInFields,
  type Field,
  itemName,
  QUESTION_KINDS,
  type ViewContext,
} from '../../views/models.ts';
import type { FieldError } from '../../views/pages.ts';
import type { FormContext } from './forms.ts';

/** What the domain refused, at the fields people see. A rule without a field of its own is said about the whole form. */
export function fieldErrors(broken: BrokenRule[], answer: Answer, context: FormContext): FieldError[] {
  return broken.map((rule) =>
    answer.kind === 'decision' || answer.kind === 'acknowledgement'
      ? signedError(rule, answer, context)
      : fieldError(rule, context),
  );
}

/** What is said of a broken rule to whoever reads the page. */
const said = (
  { fault, message }: BrokenRule,
  context: Pick<ViewContext, 'plan' | 'pack' | 'words'>,
): string => (fault ? faultInWords(fault, context) : message);

/** Where the two forms that are not made from fields say it, in words of their own. */
function signedError(rule: BrokenRule, answer: Answer, context: FormContext): FieldError {
  const { field } = rule;
  const message = said(rule, context);
  const { plan, pack, words } = context;
  const extending =
    answer.kind === 'decision' &&
    pack.decision.outcomes.is.some((outcome) => outcome.code === answer.outcome && outcome.extends);
  const [, name = '', id = ''] = field.split('/');
  switch (name) {
    case 'typedName':
    case 'absenceReason':
    case 'servesAsNotice':
      return { field: name, message: words.errors[name] };
    case 'extendTo':
      return { field: name, message: extending ? words.errors.extendTo : words.errors.extendToUnneeded };
    case 'reasons':
      return { field: `reason-${id}`, message: words.errors.reason(itemName(plan, id, pack, words)) };
    case 'outcome':
    case 'explanation':
    case 'summary':
    case 'reason':
    case 'comment':
      return { field: name, message };
    default:
      return { field: '', message };
  }
}

/** How the field is called that the domain names by an item, or by a place in a list of answers. */
const NAMES: [RegExp, (id: string, fields: Field[]) => string | undefined][] = [
  [/^\/items\/([^/]+)\/note$/, (id) => `note-${id}`],
  [/^\/items\/([^/]+)/, (id) => `progress-${id}`],
  [/^\/readings\/([^/]+)/, (id) => `reading-${id}`],
  [/^\/scores\/(\d+)$/, (at) => `score-${Number(at) + 1}`],
  [/^\/promises\/(\d+)\/note$/, (at, fields) => nth('note-', at, fields)],
  [/^\/promises\/(\d+)/, (at, fields) => nth('delivered-', at, fields)],
  [/^\/(\w+)$/, (name) => name],
];

const nth = (begins: string, at: string, fields: Field[]): string | undefined =>
  fields.filter(({ name }) => name.startsWith(begins))[Number(at)]?.name;

function fieldError(rule: BrokenRule, context: FormContext): FieldError {
  const { field } = rule;
  const message = said(rule, context);
  const fields = fieldsOf(context);
  for (const [pattern, nameOf] of NAMES) {
    const found = pattern.exec(field)?.[1];
    if (found === undefined) continue;
    const name = nameOf(found, fields);
    return { field: fields.some((each) => each.name === name) ? (name ?? '') : '', message };
  }
  return { field: '', message };
}

function fieldsOf(context: FormContext): Field[] {
  const { request } = context;
  if (request.kind === 'check_in') return allFields(checkInFields(request, context));
  if (request.kind === 'acknowledgement' || request.kind === 'decision') return [];
  return QUESTION_KINDS[request.kind].fields(request, context).flatMap(({ fields }) => fields);
}
