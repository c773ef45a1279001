import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { copySample } from '../support/editorKinds.ts';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

const entry = `---
title: "62 - Restarting"
date: 2022-12-02T06:21:40-07:00
series: ["Daily Log"]
tags: ["joinery", "workshop"]
draft: true
input: 90
output: "Two drawers glued, a plan for the third"
---

Went back to [[3|the third day]]; see [[Workshop#Glue up]] and [[Workshop#Nothing]].
There is no [[Such Note]]. On the [[Workshop#Café day]] we rested. ^so

{{< youtube id="abc" >}} plays here.

![[Workshop#Glue up]]

- A picture: ![[plan.png|60]]
- Code: \`[[62]]\`
`;

const filler = 'A line of the workshop’s long story.\n\n'.repeat(60);
const workshop = `# Workshop\n\n${filler}## Glue up\n\nClamps, **glue**, patience. See [[62|what came before Glue up]].\n\n## Next\n\n${filler}## Café day\n\nCoffee. See [[62|what came before Café day]].\n\n${filler}`;

const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="#a0764a"/></svg>`;

/** The sample log with an entry that has one of everything. */
function prepare(folder: string): string {
	const log = copySample(join(folder, 'log'));
	writeFileSync(join(log, 'content', 'daily-log', '62.md'), entry.replace('plan.png', 'plan.svg'));
	writeFileSync(join(log, 'content', 'notes', 'workshop.md'), workshop);
	mkdirSync(join(log, 'static'), { recursive: true });
	writeFileSync(join(log, 'static', 'plan.svg'), picture);
	return log;
}

for (const theme of ['light', 'dark', 'highContrast'] as const) {
	describe(`the Markdown preview, ${theme}`, () => {
		let workbench: Workbench;
		let preview: FrameLocator;

		before(async () => {
			workbench = await openWorkbench({ theme, prepare, size: { width: 1400, height: 900 } });
			preview = workbench.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
			await workbench.statusBarItem('dailyLog.inputHours').waitFor();
			await show();
		});

		const show = async (): Promise<void> => {
			await workbench.ask('Daily Log: Go to Entry');
			await workbench.quickInput.fill('Restarting');
			await workbench.quickPickRows.filter({ hasText: 'Restarting' }).first().click();
			await workbench.waitForEditorText('Restarting');
			await workbench.runCommand('Markdown: Open Preview to the Side');
		};

		after(() => workbench.close());

		it('shows an entry with its header, links, embeds, pictures and shortcodes', async () => {
			await preview.locator('.daily-log-entry .daily-log-title', { hasText: 'Restarting' }).waitFor();
			await preview.locator('.daily-log-embed strong', { hasText: 'glue' }).waitFor();
			await preview.locator('img[alt="plan.svg"]').waitFor();
			await preview.locator('.daily-log-shortcode', { hasText: 'youtube' }).waitFor();
			await preview.locator('.daily-log-missing', { hasText: 'Such Note' }).waitFor();
			assert.equal(await preview.locator('table.frontmatter').count(), 0);
			await workbench.screenshot(`preview-${theme}`);
		});

		if (theme !== 'light') {
			return;
		}

		for (const heading of ['Glue up', 'Café day']) {
			it(`goes to a heading of another note, and back: ${heading}`, async () => {
				await preview.locator('p a', { hasText: `Workshop > ${heading}` }).click();
				await preview.locator('h1', { hasText: 'Workshop' }).waitFor();
				const place = preview.locator('h2', { hasText: heading });
				await workbench.waitFor('the heading at the top', async () => {
					const box = await place.boundingBox();
					return box !== null && box.y > 0 && box.y < 300;
				});
				await preview.locator('p a', { hasText: `what came before ${heading}` }).click();
				await preview.locator('.daily-log-title', { hasText: 'Restarting' }).waitFor();
			});
		}

		it('is rendered again when a note gets another title', async () => {
			const anchor = preview.locator('p a', { hasText: 'the third day' });
			await anchor.waitFor();
			workbench.writeFile(
				'content/daily-log/3.md',
				workbench.readFile('content/daily-log/3.md').replace(/^title:.*$/mu, 'title: "3 - Another name"'),
			);
			await workbench.waitFor('the new title', async () => ((await anchor.getAttribute('title')) ?? '').startsWith('3 - Another name'));
		});
	});
}
