import { ControlProblem } from '../control/problem.ts';
import { UnknownPattern } from '../dynamodb/filter.ts';
import { UnsupportedRoute } from '../gateway.ts';
import { NoCode } from '../lambda/function-spec.ts';
import { UnknownSchedule, UnknownTarget } from '../schedule.ts';
import { NotSupported } from '../template/load.ts';
import { NoAssembly } from '../template/read-assembly.ts';
import { AwsError } from '../types.ts';
import { CannotDeploy } from './refusals.ts';

const NOT_RUNNABLE = [
  ...[NoAssembly, NotSupported, NoCode, UnsupportedRoute],
  ...[UnknownPattern, UnknownSchedule, UnknownTarget],
];

/** What the control API says to a deployment that was refused; anything else passes as it is. */
export const deployProblem = (error: unknown): unknown => {
  if (NOT_RUNNABLE.some((kind) => error instanceof kind))
    return new ControlProblem('bad_assembly', (error as Error).message, 422);
  if (error instanceof CannotDeploy) return new ControlProblem('cannot_deploy', error.message, 409);
  if (error instanceof AwsError)
    return new ControlProblem('cannot_deploy', `${error.code}: ${error.message}`, 409);
  return error;
};
