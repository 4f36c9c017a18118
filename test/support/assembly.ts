import { ensureAssembly } from '../../sandbox/assembly.ts';

/** The directory of what `cdk synth` writes from the sources as they are; synthesized once and shared by all test files. */
export const synthesize = (): Promise<string> => ensureAssembly();
