import type { Command } from '../../domain/commands.ts';
import { summarise } from '../../domain/summarise.ts';
import { commandContext } from '../command-context.ts';
import type { ApiRequest, ApiResponse } from '../http.ts';
import type { ApiPorts } from '../ports.ts';
import { planIdOf } from './plan-id.ts';
import { inShape, readJson } from './read-json.ts';
import { type ApiCommand, CommandShape } from './schema.ts';

/** POST /api/plans/{planId}/commands. Repeating one that has been done answers like the first time. */
export async function commandPlan(request: ApiRequest, ports: ApiPorts): Promise<ApiResponse> {
  const planId = planIdOf(request);
  const command = commandOf(inShape(CommandShape, readJson(request)));
  const { plan } = await ports.store.commit(planId, command, commandContext(ports, planId, request.actor));
  return { status: 200, json: summarise(plan) };
}

function commandOf(sent: ApiCommand): Command {
  switch (sent.type) {
    case 'approve':
      return { type: 'ApprovePlan', ...(sent.comment !== undefined && { comment: sent.comment }) };
    case 'launch':
      return { type: 'LaunchPlan' };
    case 'withdraw':
      return { type: 'WithdrawPlan', reason: sent.reason };
    case 'note':
      return {
        type: 'AddNote',
        text: sent.text,
        ...(sent.requestId !== undefined && { requestId: sent.requestId }),
        ...(sent.from !== undefined && { from: sent.from }),
      };
  }
}
