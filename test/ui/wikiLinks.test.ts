import assert from 'node:assert/strict';
import { openWorkbench, type Workbench } from '../support/workbench.ts';

async function openFile(workbench: Workbench, name: string): Promise<void> {
	await workbench.press('Control+p');
	await workbench.quickInput.fill(name);
	await workbench.quickPickRows.filter({ hasText: name }).first().click();
	await workbench.activeTab.filter({ hasText: name }).waitFor();
}

/** How a hover looks: its text, its place, and the contrast of its words with what is behind them, as WCAG 2 counts it. */
interface Look {
	readonly contrast: number;
	readonly bold: string;
}

/** Measured in the page. */
const lookOf = `hover => {
	const channel = value => { const part = value / 255; return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; };
	const luminance = color => { const [r, g, b] = color.match(/[\\d.]+/g).map(Number); return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b); };
	const background = element => { for (let at = element; at; at = at.parentElement) { const color = getComputedStyle(at).backgroundColor; if (!/rgba\\(.*, 0\\)/.test(color)) return color; } return 'rgb(255, 255, 255)'; };
	const word = hover.querySelector('.rendered-markdown p');
	const [light, dark] = [luminance(getComputedStyle(word).color), luminance(background(word))].sort((a, b) => b - a);
	return { contrast: (light + 0.05) / (dark + 0.05), bold: hover.querySelector('.rendered-markdown strong')?.textContent ?? '' };
}`;

for (const theme of ['light', 'dark', 'highContrast'] as const) {
	describe(`wiki links under a person’s hands, ${theme}`, () => {
		let workbench: Workbench;

		before(async () => {
			workbench = await openWorkbench({ theme });
			await workbench.statusBarItem('dailyLog.inputHours').waitFor();
			await openFile(workbench, '40.md');
			await workbench.waitForEditorText('A box with no plan');
			await workbench.waitUntilQuiet();
		});

		after(() => workbench.close());

		it('are shown in the theme that is set', async () => {
			const file = { light: 'light_modern', dark: 'dark_modern', highContrast: 'hc_black' }[theme];
			await workbench.page.locator(`.monaco-workbench[class*="themes-${file}"]`).waitFor({ state: 'attached' });
		});

		it('tell on hover what they lead to', async () => {
			const link = workbench.page.locator('.view-line span', { hasText: /^20.-.A.box.with.no.plan$/u }).first();
			const hover = await workbench.hover(link);
			await hover.locator('strong').first().waitFor();
			const lines = (await hover.innerText()).split(/\n+/u);
			assert.deepEqual(lines.slice(0, 3), [
				'20 - A box with no plan',
				'Monday, September 28, 2026 · 1 h 40 min',
				'Six boards for a box, cut to length',
			]);
			const look = await workbench.page.evaluate<Look>(
				`(${lookOf})(document.querySelector('.monaco-hover .rendered-markdown strong').closest('.monaco-hover'))`,
			);
			assert.equal(look.bold, '20 - A box with no plan');
			assert.ok(look.contrast >= 4.5, `the contrast is only ${look.contrast}`);
			const box = await hover.boundingBox();
			assert.ok(box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= 1280 && box.y + box.height <= 800 && box.width > 250);
			await workbench.screenshot(`hover-${theme}`);
			await workbench.restPointer();
		});

		if (theme === 'light') {
			it('are written in a few keys, and followed with F12', async () => {
				await workbench.press('Control+End');
				await workbench.type('\nSee [[mor');
				const rows = workbench.page.locator('.suggest-widget.visible .monaco-list-row');
				await rows.filter({ hasText: 'The mortise and tenon' }).waitFor();
				await workbench.screenshot('link-completion');
				await workbench.press('Enter');
				await workbench.waitForEditorText('See [[The mortise and tenon]]');
				await workbench.press('ArrowLeft');
				await workbench.press('ArrowLeft');
				await workbench.press('F12');
				await workbench.activeTab.filter({ hasText: 'mortise-and-tenon.md' }).waitFor();
			});

			it('create the note that is missing, and stay where one writes', async () => {
				await openFile(workbench, '40.md');
				await workbench.press('Control+End');
				await workbench.type(' and [[Pear wood');
				const row = workbench.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: 'Create note “Pear wood”' });
				await row.waitFor();
				await workbench.press('Enter');
				await workbench.waitForEditorText('[[Pear wood]]');
				await workbench.waitFor(
					'the note on the disk',
					() => workbench.findFile('content/notes/pear-wood.md')?.includes('title: Pear wood') === true,
				);
				await workbench.activeTab.filter({ hasText: '40.md' }).waitFor();
			});
		}
	});
}
