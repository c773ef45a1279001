import { isMarkdownName } from '../notePath.ts';

const picture = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico)$/iu;
const other = /\.(?:pdf|mp[34]|m4[av]|mov|webm|og[gva]|wav|flac|zip|csv|json|ya?ml|toml|txt|html?|canvas|base)$/iu;

/** Whether a link's target names a picture that VS Code can show. */
export function isPictureName(target: string): boolean {
	return picture.test(target);
}

/** Whether a link's target names a file that is no note, a picture, recording or paper: whether it is there, the vault does not know. */
export function isFileName(target: string): boolean {
	return (picture.test(target) || other.test(target)) && !isMarkdownName(target);
}
