import * as vscode from 'vscode';

/** What a page of ours may load: its own bundle and style. */
export function pageRoots(extension: vscode.Uri): readonly vscode.Uri[] {
	return ['dist', 'media'].map(folder => vscode.Uri.joinPath(extension, folder));
}

/** The page of the dashboard, without any data: that comes by message. Pictures are the charts as they are being saved. */
export function dashboardPage(webview: vscode.Webview, extension: vscode.Uri): string {
	const nonce = crypto.randomUUID();
	const address = (...path: readonly string[]): string => webview.asWebviewUri(vscode.Uri.joinPath(extension, ...path)).toString();
	const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${webview.cspSource}; img-src data: blob:`;
	return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${address('media', 'dashboard.css')}">
<title>Daily Log</title>
</head>
<body>
<main id="dashboard"></main>
<script nonce="${nonce}" src="${address('dist', 'dashboard.js')}"></script>
</body>
</html>`;
}
