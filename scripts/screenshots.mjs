import { runProgram } from './dependencies.mjs';

runProgram('scripts/screenshots/main.ts');
