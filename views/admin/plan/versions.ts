import { changesBehind } from '../../models/changes.ts';
import type { ViewContext } from '../../models/view-context.ts';
import { en } from '../../words/en.ts';
import type { VersionView } from './model.ts';
import { briefMoment } from './moments.ts';

/** Every version after the first, newest first, with what it changed. */
export const versionsOf = (context: ViewContext): VersionView[] =>
  context.plan.versions
    .slice(1)
    .toReversed()
    .map(({ number, at, because, reason }) => {
      const says = because === 'launched' ? '' : en.fairness.versions.because[because];
      const why = says.charAt(0).toUpperCase() + says.slice(1);
      const moment = briefMoment(at, context.zone);
      return {
        title: `Version ${number}, ${moment}`,
        why: reason && because !== 'credited' ? en.fairness.versions.reason(why, reason) : why,
        table: changesBehind({ version: number }, context)?.table,
      };
    });
