import type { PictureFormat } from '../protocol.ts';
import { svg } from './elements.ts';

/** What makes a chart look as it does; written into its elements, so that it stands without a style sheet. */
const looks = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size', 'font-weight', 'font-family', 'text-anchor'];

/** What is there for hand and ear only. */
const livingAttributes = ['role', 'tabindex', 'aria-label', 'aria-hidden', 'data-focus', 'class'];

/** The chart as a picture of its own: the text of an SVG, or a PNG of twice its size in Base64. */
export async function pictureOf(chart: SVGSVGElement, title: string, format: PictureFormat): Promise<string> {
	const { width, height } = chart.getBoundingClientRect();
	const text = new XMLSerializer().serializeToString(standalone(chart, title, { width, height }));
	return format === 'svg' ? text : pngOf(text, { width, height });
}

interface Size {
	readonly width: number;
	readonly height: number;
}

function standalone(chart: SVGSVGElement, title: string, { width, height }: Size): SVGSVGElement {
	const copy = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
	const background = plainColour(getComputedStyle(document.body).backgroundColor);
	copy.append(svg('title', {}, title), svg('rect', { width: '100%', height: '100%', fill: background }));
	copy.append(...[...chart.children].flatMap(child => copyOf(child) ?? []));
	return copy;
}

function copyOf(element: Element): Element | undefined {
	const style = getComputedStyle(element);
	if (element.classList.contains('hit') || style.display === 'none' || style.visibility === 'hidden') {
		return undefined;
	}
	const copy = element.cloneNode(false);
	if (!(copy instanceof Element)) {
		return undefined;
	}
	livingAttributes.forEach(name => {
		copy.removeAttribute(name);
	});
	for (const name of element.tagName === 'g' ? ['opacity'] : looks) {
		copy.setAttribute(name, plainColour(style.getPropertyValue(name)));
	}
	for (const child of element.childNodes) {
		copy.append(...(child instanceof Element ? [copyOf(child)] : [child.cloneNode()]).filter(each => each !== undefined));
	}
	return copy;
}

/** Mixed colours are computed as `color(srgb 0.1 0.2 0.3 / 0.5)`, which other programs do not know. */
function plainColour(value: string): string {
	const [, red, green, blue, , alpha = '1'] = /^color\(srgb ([\d.e-]+) ([\d.e-]+) ([\d.e-]+)( \/ ([\d.e-]+))?\)$/u.exec(value) ?? [];
	const channel = (part: string | undefined): number => Math.round(Number(part) * 255);
	return red === undefined ? value : `rgba(${channel(red)}, ${channel(green)}, ${channel(blue)}, ${alpha})`;
}

async function pngOf(text: string, { width, height }: Size): Promise<string> {
	const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
	try {
		const image = new Image();
		image.src = address;
		await image.decode();
		const canvas = document.createElement('canvas');
		canvas.width = Math.round(width * 2);
		canvas.height = Math.round(height * 2);
		canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
		return canvas.toDataURL('image/png').split(',')[1] ?? '';
	} finally {
		URL.revokeObjectURL(address);
	}
}
