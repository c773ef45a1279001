import { join } from 'node:path';
import { root } from './root.ts';

/** The sample log written for this project. Never opened itself, only copies of it. */
export const sampleVault = join(root, 'test', 'fixtures', 'vault');
