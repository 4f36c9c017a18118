import { existsSync, readFileSync } from 'node:fs';
import Module from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface CompilableModule extends NodeModule {
  _compile(source: string, file: string): void;
}

const loadCommonJs = (file: string): Record<string, unknown> => {
  const module = new (Module as unknown as new (id: string) => CompilableModule)(file);
  module.filename = file;
  module.paths = (Module as unknown as { _nodeModulePaths(from: string): string[] })._nodeModulePaths(
    dirname(file),
  );
  module._compile(readFileSync(file, 'utf8'), file);
  return module.exports as Record<string, unknown>;
};

/** The module a bundle's handler lives in: `index.handler` is `index.mjs`, `index.cjs` or `index.js`. */
export const handlerFile = (folder: string, handler: string): { file: string; exportName: string } => {
  const dot = handler.lastIndexOf('.');
  const base = join(folder, handler.slice(0, dot));
  const file = ['.mjs', '.cjs', '.js'].map((ending) => base + ending).find((each) => existsSync(each));
  if (!file) throw new Error(`There is no ${handler.slice(0, dot)}.mjs, .cjs or .js in ${folder}.`);
  return { file, exportName: handler.slice(dot + 1) };
};

/** Loads a handler as Lambda does: a `.js` file is CommonJS unless a package.json beside it says otherwise. */
export const loadHandler = async (
  file: string,
  exportName: string,
): Promise<(...args: unknown[]) => unknown> => {
  const plainScript = file.endsWith('.js') && !existsSync(join(dirname(file), 'package.json'));
  const loaded = plainScript
    ? loadCommonJs(file)
    : ((await import(pathToFileURL(file).href)) as Record<string, unknown>);
  const found = loaded[exportName] ?? (loaded.default as Record<string, unknown> | undefined)?.[exportName];
  if (typeof found !== 'function') throw new Error(`${file} exports no function named ${exportName}.`);
  return found as (...args: unknown[]) => unknown;
};
