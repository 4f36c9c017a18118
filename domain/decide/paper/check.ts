import type { BusinessCalendar } from '../../calendar.ts';
import { checkDay } from '../../check-draft/say.ts';
import type { BrokenRule } from '../../errors.ts';
import { isAnsweredOnPaper } from '../../on-paper.ts';
import type { Instant, Plan, Request, Respondent } from '../../plan.ts';
import { brokenProductRule } from '../../rules.ts';
import { sameName } from '../../same-name.ts';
import type { ServeOnPaper } from '../paper.ts';
import { optionalWords, requiredLine } from '../words.ts';

interface Served {
  request: Request;
  person: Respondent;
  plan: Plan;
}

/** Every rule that what HR says of a paper breaks. */
export function checkPaper(
  command: ServeOnPaper,
  served: Served,
  calendar: BusinessCalendar,
  now: Instant,
): BrokenRule[] {
  return [
    ...checkServed(command, served, calendar, now),
    ...checkWitness(command, served.plan),
    ...(served.request.kind === 'acknowledgement'
      ? checkAnswer(command, served.person)
      : checkNoAnswer(command)),
  ];
}

function checkServed(
  { on }: ServeOnPaper,
  { request, person }: Served,
  calendar: BusinessCalendar,
  now: Instant,
): BrokenRule[] {
  const misread = checkDay('/on', on);
  if (misread.length > 0) return misread;
  const asked = calendar.dayOf(person.mailed[0]?.at ?? request.openedAt);
  const last = calendar.dayOf(request.closedAt ?? now);
  if (on >= asked && on <= last) return [];
  const until = request.closedAt ? `${last}, when the question closed` : `today, ${last}`;
  const message =
    asked === last && !request.closedAt
      ? `They were asked today: give today, ${last}.`
      : `Give the day it was handed over, from ${asked}, when they were asked, to ${until}.`;
  return [brokenProductRule('/on', message)];
}

/** Whoever saw it is somebody else than the two whom it is evidence for and against. */
function checkWitness({ witness, to }: ServeOnPaper, { draft }: Plan): BrokenRule[] {
  const named = draft.participants.filter(({ id }) => id === to || id === draft.subject.participant);
  const isOneOfThem = named.some(({ id, name }) => sameName(name, witness) || sameName(id, witness));
  return [
    ...requiredLine('/witness', witness, 'Give the name of somebody who saw it handed over.'),
    ...(isOneOfThem
      ? [
          brokenProductRule(
            '/witness',
            'Name somebody else: neither whoever received it nor the person the plan is about.',
          ),
        ]
      : []),
  ];
}

function checkAnswer({ signed, typedName, reason }: ServeOnPaper, { answer }: Respondent): BrokenRule[] {
  const faults: BrokenRule[] = [];
  if (signed !== undefined && answer && !isAnsweredOnPaper(answer)) {
    const message =
      'They have answered by their link, and that stands: leave this out, or put what came on paper beside it with a note.';
    faults.push(brokenProductRule('/signed', message));
  }
  if (signed) {
    faults.push(...requiredLine('/typedName', typedName ?? '', 'Give the name as it was signed.'));
  } else if (typedName !== undefined) {
    const message = 'A name goes with a signature: leave it out, or say that it was signed.';
    faults.push(brokenProductRule('/typedName', message));
  }
  if (signed === false) return [...faults, ...optionalWords('/reason', reason)];
  if (reason === undefined) return faults;
  const message = 'A reason goes with not signing: leave it out, or say that it was not signed.';
  return [...faults, brokenProductRule('/reason', message)];
}

/** Only an acknowledgement is answered on paper; what is answered to anything else belongs into a note. */
const checkNoAnswer = ({ typedName, reason }: ServeOnPaper): BrokenRule[] =>
  [
    ['/typedName', typedName],
    ['/reason', reason],
  ].flatMap(([field = '', given]) =>
    given === undefined
      ? []
      : [
          brokenProductRule(
            field,
            'Only an acknowledgement is answered on paper: leave this out, and add what they said as a note.',
          ),
        ],
  );
