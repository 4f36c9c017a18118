export { LANGUAGES, type Language } from '../domain/draft.ts';
