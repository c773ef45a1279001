import { runProgram } from './dependencies.mjs';

runProgram('scripts/package/main.ts');
