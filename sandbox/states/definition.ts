/** The States Language as this interpreter takes it (JSONata only). Fields are checked by validate.ts before use. */
export interface StateMachineDefinition extends Workflow {
  Comment?: string;
  QueryLanguage?: string;
  Version?: string;
  TimeoutSeconds?: number;
}

export interface Workflow {
  StartAt: string;
  States: Record<string, StateDefinition>;
}

export interface StateDefinition {
  Type: StateType;
  QueryLanguage?: string;
  Comment?: string;
  Next?: string;
  End?: boolean;
  Assign?: Record<string, unknown>;
  Output?: unknown;
  Arguments?: unknown;
  Resource?: string;
  TimeoutSeconds?: number | string;
  HeartbeatSeconds?: number | string;
  Retry?: RetrierDefinition[];
  Catch?: CatcherDefinition[];
  Choices?: ChoiceDefinition[];
  Default?: string;
  Seconds?: number | string;
  Timestamp?: string;
  Branches?: Workflow[];
  Items?: unknown;
  ItemSelector?: unknown;
  ItemProcessor?: Workflow & { ProcessorConfig?: { Mode?: string; ExecutionType?: string } };
  MaxConcurrency?: number | string;
  /** Of all items, how many may fail without failing the state. */
  ToleratedFailurePercentage?: number | string;
  Label?: string;
  Error?: string;
  Cause?: string;
}

export type StateType = 'Task' | 'Pass' | 'Choice' | 'Wait' | 'Succeed' | 'Fail' | 'Parallel' | 'Map';

export interface RetrierDefinition {
  ErrorEquals: string[];
  IntervalSeconds?: number;
  MaxAttempts?: number;
  BackoffRate?: number;
  MaxDelaySeconds?: number;
  JitterStrategy?: 'FULL' | 'NONE';
}

export interface CatcherDefinition {
  ErrorEquals: string[];
  Next: string;
  Assign?: Record<string, unknown>;
  Output?: unknown;
}

export interface ChoiceDefinition {
  Condition: string | boolean;
  Next: string;
  Assign?: Record<string, unknown>;
  Output?: unknown;
}
