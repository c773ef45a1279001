import type { Browser, Page } from 'playwright-core';
import { workbenchAddress } from './address.ts';
import type { Server } from './server.ts';

/** Milliseconds that something may take on a machine that is busy with other tests too. */
export const patience = 40_000;

/** What a window of the workbench is opened from. */
export interface Window {
	readonly server: Server;
	readonly browser: Browser;
	readonly workspace: string | undefined;
	/** The folders of the extensions under development. */
	readonly extensions: readonly string[];
	/** What the browser asks for, e.g. `de`. */
	readonly language: string;
	readonly size: { readonly width: number; readonly height: number };
}

/** A page with the workbench in it, as soon as its status bar is there. */
export async function openPage({ server, browser, workspace, extensions, size, language }: Window): Promise<Page> {
	const context = await browser.newContext({ viewport: size, locale: language });
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const page = await context.newPage();
	page.setDefaultTimeout(patience);
	await page.goto(workbenchAddress(server, { ...(workspace === undefined ? {} : { workspace }), developmentPaths: extensions }));
	await page.locator('.monaco-workbench .part.statusbar').waitFor();
	return page;
}
