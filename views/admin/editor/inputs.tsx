import type { Advice, EditorModel, Fault, Option } from './model.ts';
import type { Leaf } from './spec.ts';

/** What every part of the form needs to know besides its own value. */
export interface FormContext {
  model: EditorModel;
  faults: ReadonlyMap<string, readonly Fault[]>;
  advice: ReadonlyMap<string, readonly Advice[]>;
}

interface LeafProps {
  spec: Leaf;
  pointer: string;
  value: unknown;
  context: FormContext;
}

/** One labelled input with its hint, what is wrong with it and what could be better. */
export function LeafField({ spec, pointer, value, context }: LeafProps) {
  const faults = context.faults.get(pointer) ?? [];
  const advice = context.advice.get(pointer) ?? [];
  const described = [
    spec.hint ? `${pointer}-hint` : '',
    faults.length > 0 ? `${pointer}-fault` : '',
    advice.length > 0 ? `${pointer}-advice` : '',
  ].filter(Boolean);
  return (
    <div class={`field${spec.is === 'words' ? ' whole' : ''}${faults.length > 0 ? ' wrong' : ''}`}>
      <label for={pointer}>
        {spec.label}
        {spec.optional ? <span class="soft small"> (optional)</span> : null}
      </label>
      {spec.hint ? (
        <span class="hint" id={`${pointer}-hint`}>
          {spec.hint}
        </span>
      ) : null}
      <Faults faults={faults} id={`${pointer}-fault`} />
      <Advices advice={advice} id={`${pointer}-advice`} />
      <Input
        spec={spec}
        text={inputText(value)}
        context={context}
        rest={{
          id: pointer,
          name: pointer,
          'aria-describedby': described.join(' ') || undefined,
          'aria-invalid': faults.length > 0 ? 'true' : undefined,
        }}
      />
    </div>
  );
}

interface Rest {
  id: string;
  name: string;
  'aria-describedby': string | undefined;
  'aria-invalid': 'true' | undefined;
}

interface InputProps {
  spec: Leaf;
  text: string;
  context: FormContext;
  rest: Rest;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function Input({ spec, text, context: { model }, rest }: InputProps) {
  switch (spec.is) {
    case 'words':
      return (
        <textarea {...rest} rows={spec.rows ?? 3}>
          {text}
        </textarea>
      );
    case 'day':
      // A picker shows nothing at all of a day that does not exist.
      return text === '' || DAY.test(text) ? (
        <input {...rest} type="date" value={text} />
      ) : (
        <input {...rest} type="text" value={text} />
      );
    case 'number':
      return <input {...rest} type="text" inputMode="decimal" class="short" value={text} />;
    case 'yes-no':
      return <Choice rest={rest} text={text} options={YES_NO} empty={NOT_SAID} />;
    case 'choice': {
      const options = (spec.options ?? []).map(([value, shown]) => ({ value, text: shown }));
      return <Choice rest={rest} text={text} options={options} empty={spec.optional ? NOT_SAID : 'Choose'} />;
    }
    case 'person':
      return (
        <Choice rest={rest} text={text} options={model.people} empty={spec.optional ? 'Nobody' : 'Choose'} />
      );
    case 'pack':
      return (
        <Choice
          rest={rest}
          text={text}
          options={model.packs}
          empty={`The organisation’s own: ${model.defaults.pack}`}
        />
      );
    case 'competency':
      return model.competencies.length > 0 ? (
        <Choice rest={rest} text={text} options={model.competencies} empty="Choose" />
      ) : (
        <input {...rest} type="text" value={text} />
      );
    default:
      return <input {...rest} type="text" value={text} autocomplete="off" />;
  }
}

const NOT_SAID = 'Not said';
const YES_NO: readonly Option[] = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
];

interface ChoiceProps {
  rest: Rest;
  text: string;
  options: readonly Option[];
  empty: string;
}

/** A value that is not offered any more stays chosen, so that nothing changes by looking at it. */
function Choice({ rest, text, options, empty }: ChoiceProps) {
  const isOffered = text === '' || options.some(({ value }) => value === text);
  return (
    <select {...rest}>
      <option value="" selected={text === ''}>
        {empty}
      </option>
      {isOffered ? null : (
        <option value={text} selected>
          {text} (not offered)
        </option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === text}>
          {option.text}
        </option>
      ))}
    </select>
  );
}

/** What is wrong with a place, where it stands. */
export const Faults = ({ faults, id }: { faults: readonly Fault[]; id: string }) =>
  faults.length === 0 ? null : (
    <span class="fault" id={id}>
      {faults.map(({ message, source }) => (
        <span key={message} class="said">
          {message}
          {source ? <span class="small"> ({source})</span> : null}
        </span>
      ))}
    </span>
  );

export const Advices = ({ advice, id }: { advice: readonly Advice[]; id: string }) =>
  advice.length === 0 ? null : (
    <span class="advice" id={id}>
      {advice.map(({ message, found, rule }) => (
        <span key={`${rule} ${message}`} class="said">
          Could be better: {found ? `“${found}”. ` : ''}
          {message} <span class="small">({rule})</span>
        </span>
      ))}
    </span>
  );

/** A value as an input holds it. */
export const inputText = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : value === true
      ? 'yes'
      : value === false
        ? 'no'
        : typeof value === 'object'
          ? JSON.stringify(value)
          : String(value);
