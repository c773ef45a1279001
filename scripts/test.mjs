import { runProgram } from './dependencies.mjs';

runProgram('scripts/test/main.ts');
