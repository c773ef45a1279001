import { runProgram } from './dependencies.mjs';

runProgram('scripts/sbom/main.ts');
