import type { ChartName, FromDashboard, Picture, PictureFormat } from '../protocol.ts';

const charts: readonly ChartName[] = ['heatmap', 'hours-a-week', 'running-total', 'time-by-tag'];
const formats: readonly PictureFormat[] = ['svg', 'png'];

/** A message of the page; undefined for anything that is none. */
export function readMessage(message: unknown): FromDashboard | undefined {
	if (!isRecord(message)) {
		return undefined;
	}
	const { kind, log, uri, beside, picture } = message;
	switch (kind) {
		case 'ready':
		case 'chooseLog':
			return typeof log === 'string' ? { kind, log } : undefined;
		case 'open':
			return typeof uri === 'string' ? { kind, uri, beside: beside === true } : undefined;
		case 'new':
			return { kind };
		case 'save':
			return readPicture(picture);
		default:
			return undefined;
	}
}

function readPicture(picture: unknown): FromDashboard | undefined {
	if (!isRecord(picture) || typeof picture['content'] !== 'string') {
		return undefined;
	}
	const chart = charts.find(each => each === picture['chart']);
	const format = formats.find(each => each === picture['format']);
	const read: Picture | undefined = chart && format && { chart, format, content: picture['content'] };
	return read && { kind: 'save', picture: read };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null;
}
