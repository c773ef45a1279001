import { runProgram } from './dependencies.mjs';

runProgram('scripts/docs/main.ts');
