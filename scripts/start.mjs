import { runProgram } from './dependencies.mjs';

runProgram('scripts/start/main.ts');
