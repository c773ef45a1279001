import { runProgram } from './dependencies.mjs';

runProgram('scripts/bench/main.ts');
