import assert from 'node:assert/strict';
import { shippedOnly, type Sbom } from '../../scripts/sbom/sbom.ts';

const development = { name: 'cdx:npm:package:development', value: 'true' };
const path = { name: 'cdx:npm:package:path', value: 'node_modules/ajv' };

const whole: Sbom = {
	metadata: { component: { 'bom-ref': 'daily-log@1.0.0', name: 'checkout', version: '1.0.0' } },
	components: [
		{ 'bom-ref': 'ajv@8.20.0', name: 'ajv', version: '8.20.0', properties: [path, development] },
		{ 'bom-ref': 'ajv@6.0.0', name: 'ajv', version: '6.0.0', properties: [development] },
		{ 'bom-ref': 'mocha@12.0.3', name: 'mocha', version: '12.0.3', properties: [development] },
	],
	dependencies: [
		{ ref: 'daily-log@1.0.0', dependsOn: ['ajv@8.20.0', 'mocha@12.0.3'] },
		{ ref: 'mocha@12.0.3', dependsOn: ['ajv@6.0.0'] },
		{ ref: 'ajv@8.20.0', dependsOn: [] },
	],
};

describe('the bill of materials', () => {
	it('holds what is bundled, and nothing that only builds it', () => {
		assert.deepEqual(shippedOnly(whole, [{ name: 'ajv', version: '8.20.0' }]), {
			metadata: { component: { 'bom-ref': 'daily-log@1.0.0', name: 'daily-log', version: '1.0.0' } },
			components: [{ 'bom-ref': 'ajv@8.20.0', name: 'ajv', version: '8.20.0', properties: [path] }],
			dependencies: [
				{ ref: 'daily-log@1.0.0', dependsOn: ['ajv@8.20.0'] },
				{ ref: 'ajv@8.20.0', dependsOn: [] },
			],
		});
	});

	it('is not written where it would lack something', () => {
		assert.throws(() => shippedOnly(whole, [{ name: 'zod', version: '4.6.7' }]), /^Error: The bill of materials lacks zod@4\.6\.7\.$/u);
	});
});
