import { AwsError } from '../types.ts';

// The characters Step Functions refuses in names, control characters included.
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what AWS lists.
const REFUSED = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/;

/** @throws AwsError InvalidName unless the text may name an execution or a state machine */
export function checkName(name: unknown): string {
  if (typeof name === 'string' && name.length >= 1 && name.length <= 80 && !REFUSED.test(name)) return name;
  throw new AwsError('InvalidName', `Invalid Name: '${String(name)}'`);
}
