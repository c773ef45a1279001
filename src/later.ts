/** What is loaded when there is a log, as one bundle (esbuild.mjs). */
export { startLanguage } from './language.ts';
export { startTime } from './time.ts';
