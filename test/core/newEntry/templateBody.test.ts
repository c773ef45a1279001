import assert from 'node:assert/strict';
import { commonBody, divideBody } from '../../../src/core/newEntry/templateBody.ts';

/** The body after entries with these, newest first, `«1»` where writing starts. */
function body(...bodies: readonly string[]): string {
	const { head, tail } = commonBody(bodies);
	return `${head}«1»${tail}`;
}

describe('the body of a new entry', () => {
	it('begins and ends as nearly all do', () => {
		const bye = '\n{{% subscribe %}}\n';
		assert.deepEqual(
			[
				body(`One.\n${bye}`, `Two.\n${bye}`),
				body('\nOne.\n', '\nTwo.\n'),
				body('## Plan\n\nOne.\n\n## Done\n\nA.\n', '## Plan\n\nTwo.\n\n## Done\n\nB.\n'),
				body('One.\n\n---\n\n*Ann*\n{{< a >}}\n', 'Two.\n\n---\n\n*Ann*\n{{< a >}}\n'),
				body('One.', 'Two.'),
				body(`One.\n${bye}`, `Two.\n${bye}`, `3.\n${bye}`, `4.\n${bye}`, 'No tail.\n'),
				body(`One.\n${bye}`, `Two.\n${bye}`, 'No tail.\n'),
				body(`One.\n${bye}`, '', `Two.\n${bye}\n\n`),
			],
			['«1»\n' + bye, '\n«1»\n', '## Plan\n\n«1»\n', '«1»\n\n---\n\n*Ann*\n{{< a >}}\n', '«1»', '«1»\n' + bye, '«1»\n', '«1»\n' + bye],
		);
	});

	it('never takes prose for a template, though all say the same', () => {
		assert.deepEqual(
			[body('Prose.\n', 'Prose.\n'), body('## Plan\n\nI worked.\n\n{{% subscribe %}}\n', '## Plan\n\nI worked.\n\n{{% subscribe %}}\n')],
			['«1»\n', '## Plan\n\n«1»\n\n{{% subscribe %}}\n'],
		);
	});

	it('keeps a layout that nobody has filled in yet', () => {
		const layout = '## Plan\n\n- [ ]\n\n\n\n<!-- end -->\n';
		assert.deepEqual(body(layout, layout), '## Plan\n\n- [ ]\n\n«1»\n\n<!-- end -->\n');
	});

	it('of one entry keeps only a closing shortcode and blank lines at the beginning', () => {
		assert.deepEqual(
			[body('## Plan\n\nOne.\n\n{{% subscribe %}}\n'), body('\nOne.\n{{< x >}}'), body('One.\n\nGoodbye.\n'), body('')],
			['«1»\n\n{{% subscribe %}}\n', '\n«1»\n{{< x >}}', '«1»\n', '«1»'],
		);
	});

	it('takes at most twenty lines', () => {
		const tail = Array.from({ length: 30 }, (_, i) => `line ${i}\n`).join('');
		assert.equal(body(`One.\n${tail}`, `Two.\n${tail}`), '«1»\n' + tail.split('\n').slice(10).join('\n'));
	});
});

describe('the body of a template file', () => {
	it('is divided at the blank line that leaves most room, else at its end', () => {
		const divided = ['', '\n', '## Plan\n', 'a\n\nb\n\n\n\nc\n', '\n{{% subscribe %}}\n', 'a'].map(divideBody);
		assert.deepEqual(
			divided.map(({ head, tail }) => `${head}|${tail}`),
			['|', '|\n', '## Plan\n|', 'a\n\nb\n\n|\n\nc\n', '|\n{{% subscribe %}}\n', 'a|'],
		);
	});
});
