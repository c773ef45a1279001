/** What keys and tokens look like, by their makers' own prefixes, so that ordinary text is none. */
const patterns: Readonly<Record<string, RegExp>> = {
	'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/u,
	'a token of GitHub': /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})/u,
	'a token of npm': /\bnpm_[A-Za-z0-9]{36}\b|_authToken\s*=\s*[^\s$]/u,
	'a token of Open VSX': /\bovsxat_[A-Za-z0-9-]{20,}/u,
	'a key of AWS': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/u,
	'a key of Google': /\bAIza[\w-]{35}\b/u,
	'a token of Slack': /\bxox[abprs]-[A-Za-z0-9-]{10,}/u,
	'a key of a language model': /\bsk-(?:ant-|proj-)?[A-Za-z0-9_-]{32,}/u,
	'a JSON web token': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/u,
	'a password in an address': /\bhttps?:\/\/[^\s/:@"'`$\\{}]+:[^\s/:@"'`$\\{}]+@/u,
};

/** What in a text looks like a secret, in words; never the secret itself. */
export function secretsIn(text: string): readonly string[] {
	return Object.entries(patterns)
		.filter(([, pattern]) => pattern.test(text))
		.map(([name]) => name);
}
