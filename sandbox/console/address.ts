/** Where the console stands. */
export const HOME = '/_sandbox/ui';

/** Only pages of the console itself: a form field must not send anybody elsewhere. */
export const safeBack = (path: string | null): string =>
  path && /^\/(_sandbox\/ui([/?#][\w./%?=&+#@:-]*)?)?$/.test(path) ? path : HOME;

/** The parts of a path under the console, decoded; as they stand when they cannot be. */
export const partsOf = (path: string): string[] =>
  path
    .replace(/^\/(_sandbox\/ui)?\/?/, '')
    .split('/')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });

/** An address of the console: its sections and, after the mark, what is asked for; empty values are left out. */
export const at = (parts: readonly string[], query: Record<string, string | undefined> = {}): string => {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) asked.set(name, value);
  const path = [HOME, ...parts.map(encodeURIComponent)].join('/');
  return asked.size > 0 ? `${path}?${asked}` : path;
};

/** Where somebody goes on as a person of the sandbox's sign-in. */
export const actAs = (person: string, to: string): string =>
  `/_sandbox/act-as/${encodeURIComponent(person)}?to=${encodeURIComponent(to)}`;
