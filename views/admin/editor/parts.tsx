import type { ComponentChildren } from 'preact';
import { Advices, Faults, type FormContext, LeafField } from './inputs.tsx';
import type { Group, Leaf, List, Spec } from './spec.ts';

interface PartProps<S extends Spec = Spec> {
  spec: S;
  pointer: string;
  value: unknown;
  context: FormContext;
  /** Whether its name stands above it already. */
  isNamed?: boolean;
}

/** Any part of a plan as a part of the form. */
export function Part(props: PartProps) {
  const { spec } = props;
  if (spec.is === 'group') return <GroupPart {...props} spec={spec} />;
  if (spec.is === 'list') return <ListPart {...props} spec={spec} />;
  return <LeafField {...props} spec={spec} />;
}

/** Inputs that belong together, under their name. */
function GroupPart({ spec, pointer, value, context, isNamed }: PartProps<Group>) {
  return (
    <fieldset class="field whole part" id={pointer}>
      <legend class={isNamed ? 'visually-hidden' : undefined}>{spec.label}</legend>
      <About spec={spec} pointer={pointer} context={context} />
      <Members spec={spec} pointer={pointer} value={value} context={context} />
    </fieldset>
  );
}

function Members({ spec, pointer, value, context }: PartProps<Group>) {
  const held = isThing(value) ? value : {};
  return (
    <div class="fields">
      {Object.entries(spec.fields).map(([name, field]) => (
        <Part key={name} spec={field} pointer={`${pointer}/${name}`} value={held[name]} context={context} />
      ))}
    </div>
  );
}

/** Entries that can be added and taken away. */
function ListPart({ spec, pointer, value, context, isNamed }: PartProps<List>) {
  const entries = Array.isArray(value) ? value : [];
  return (
    <fieldset class="field whole part" id={pointer}>
      <legend class={isNamed ? 'visually-hidden' : undefined}>{spec.label}</legend>
      <About spec={spec} pointer={pointer} context={context} />
      {pointer.endsWith('/checkIns') ? <Cadence pointer={pointer} /> : null}
      {entries.map((entry, at) => (
        <Entry key={at} list={spec} at={at} pointer={`${pointer}/${at}`} value={entry} context={context} />
      ))}
      {entries.length === 0 ? <p class="soft small">None yet.</p> : null}
      <button type="submit" class="button-plain small" name="op" value={`add:${pointer}`}>
        Add {spec.one}
        <Where pointer={pointer} />
      </button>
    </fieldset>
  );
}

interface EntryProps {
  list: List;
  at: number;
  pointer: string;
  value: unknown;
  context: FormContext;
}

function Entry({ list, at, pointer, value, context }: EntryProps) {
  const { of } = list;
  const name = `${nounOf(list)} ${at + 1}`;
  return (
    <fieldset class={list.inRows ? 'entry entry-row' : 'entry'} id={pointer}>
      <legend class="visually-hidden">{name}</legend>
      <div class="entry-head">
        <span class="entry-name" aria-hidden="true">
          {name}
          {calledIn(value)}
        </span>
        <button type="submit" class="button-plain small" name="op" value={`remove:${pointer}`}>
          Remove<span class="visually-hidden"> {name}</span>
        </button>
      </div>
      {of.is === 'group' ? (
        <>
          <Faults faults={context.faults.get(pointer) ?? []} id={`${pointer}-fault`} />
          <Members spec={of} pointer={pointer} value={value} context={context} />
        </>
      ) : (
        <LeafField spec={{ ...of, label: name } as Leaf} pointer={pointer} value={value} context={context} />
      )}
    </fieldset>
  );
}

/** A person's name, an item's id: what tells it from the others when the form is long. */
function calledIn(value: unknown): string {
  const { name, id } = isThing(value) ? value : {};
  const called = [name, id].find((text) => typeof text === 'string' && text !== '');
  return called ? `: ${called}` : '';
}

/** Days for check-ins need not be looked up in a calendar. */
const Cadence = ({ pointer }: { pointer: string }): ComponentChildren => {
  const item = pointer.slice(0, pointer.lastIndexOf('/'));
  return (
    <div class="cadence">
      <label for={`cadence:${item}`}>One check-in every</label>
      <select id={`cadence:${item}`} name={`cadence:${item}`}>
        <option value="1">week</option>
        <option value="2" selected>
          two weeks
        </option>
        <option value="3">three weeks</option>
        <option value="4">four weeks</option>
      </select>
      <button type="submit" class="button-plain small" name="op" value={`check-ins:${item}`}>
        Fill in the days
        <Where pointer={pointer} />
      </button>
      <span class="hint">
        To the last day of the plan, on working days, with even steps to the target. It takes the place of the
        days below that are still ahead.
      </span>
    </div>
  );
};

/** Which of several alike a button belongs to, for those who hear it alone. */
const Where = ({ pointer }: { pointer: string }) => {
  const place = /^\/items\/(\d+)\//.exec(pointer)?.[1];
  return place === undefined ? null : <span class="visually-hidden"> of item {Number(place) + 1}</span>;
};

interface AboutProps {
  spec: Spec;
  pointer: string;
  context: FormContext;
}

const About = ({ spec, pointer, context }: AboutProps) => (
  <>
    {spec.hint ? <span class="hint">{spec.hint}</span> : null}
    <Faults faults={context.faults.get(pointer) ?? []} id={`${pointer}-fault`} />
    <Advices advice={context.advice.get(pointer) ?? []} id={`${pointer}-advice`} />
  </>
);

const nounOf = ({ one }: List): string => {
  const noun = one.replace(/^an? /, '');
  return noun.charAt(0).toUpperCase() + noun.slice(1);
};

const isThing = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
