import { untranslated } from '../domain/pack-texts.ts';
import { LANGUAGES, type Language } from './languages.ts';
import { faultsOfShape, type PackFault } from './pack-faults.ts';
import { faultsOfReferences } from './pack-references.ts';
import { differentPack, wholePack } from './pack-schema.ts';
import { isObject } from './pack-settings.ts';
import { publishedFiles, ruleLibrary } from './packs.ts';
import { BadBase, type PackFile, resolvePack } from './resolve-pack.ts';

/**
 * Everything wrong with a pack file, or nothing. First its shape; once that is sound, the whole pack it stands for.
 * `others` are the organisation's further files, which it may extend; the published packs are always there.
 */
export function faultsOfPack(file: unknown, others: readonly unknown[] = []): PackFault[] {
  const faults = faultsOfForm(file);
  if (faults.length > 0) return faults;
  const pack = file as PackFile;
  const published = publishedFiles();
  const further = others.filter((other) => faultsOfForm(other).length === 0) as PackFile[];
  return [
    ...nameTaken(pack, published, 'a published version is kept as it is: plans are pinned to it'),
    ...nameTaken(pack, further, 'another file has this id and version'),
    ...faultsOfWhole(pack, [...published, ...further]),
  ];
}

/** Which of its texts people read in the pack's own language, for want of words in theirs; of a sound file. */
export function untranslatedIn(
  file: unknown,
  others: readonly unknown[] = [],
): { language: Language; texts: string[] }[] {
  const pack = resolvePack(file as PackFile, [
    ...publishedFiles(),
    file as PackFile,
    ...(others as PackFile[]),
  ]);
  return LANGUAGES.map((language) => ({ language, texts: untranslated(pack, language) })).filter(
    ({ texts }) => texts.length > 0,
  );
}

const faultsOfForm = (file: unknown): PackFault[] =>
  faultsOfShape(isObject(file) && Object.hasOwn(file, 'extends') ? differentPack : wholePack, file);

function nameTaken(pack: PackFile, files: readonly PackFile[], why: string): PackFault[] {
  const taken = files.filter((other) => other !== pack && other.id === pack.id);
  if (!taken.some((other) => other.version === pack.version)) return [];
  const versions = taken.map((other) => other.version).join(', ');
  return [
    { pointer: '/version', wrong: `is ${pack.version}; ${why}`, allowed: `a version other than ${versions}` },
  ];
}

function faultsOfWhole(file: PackFile, files: readonly PackFile[]): PackFault[] {
  try {
    const calendars = ruleLibrary()
      .calendars()
      .map((calendar) => calendar.id);
    return faultsOfReferences(resolvePack(file, [file, ...files]), calendars);
  } catch (error) {
    if (!(error instanceof BadBase)) throw error;
    return [{ pointer: '/extends', wrong: error.message, allowed: error.allowed }];
  }
}

/** A fault in one line, for whoever wrote the file. */
export function sayFault({ pointer, wrong, allowed, rule }: PackFault): string {
  return `${pointer || 'the file'}${rule ? ` (rule ${rule})` : ''}: ${wrong}. Allowed: ${allowed}.`;
}
