import type { ReviewWords } from './reviewWords.ts';

/** The template for reviews where the user has none, with headings in the reader's language. */
export function builtInReview({ heads }: Pick<ReviewWords, 'heads'>): string {
	return `
{period}

- **{hours}** {summary}
{if change}
- {change}
{end}
{if streak}
- {streak}
{end}

## ${heads.hours}

| {part} | ${heads.hours} | ${heads.entries} | ${heads.words} |
|:---|---:|---:|---:|
{each parts}
| {name} | {hours} | {entryCount} | {wordCount} |
{end}
| **${heads.sum}** | **{hours}** | **{entryCount}** | **{wordCount}** |

## ${heads.outputs}

{if outputs}
{each outputs}
- {link} ({day}{if hours}, {hours}{end}): {output}
{end}
{else}
${heads.noOutputs}
{end}
{if tags}

## ${heads.byTag}

| ${heads.tag} | ${heads.hours} | ${heads.share} | ${heads.entries} |
|:---|---:|---:|---:|
{each tags}
| {tag} | {hours} | {share} | {entryCount} |
{end}
{end}
{if drafts}

## ${heads.drafts}

{each drafts}
- {link} ({day})
{end}
{end}
{if unresolved}

## ${heads.unresolved}

{each unresolved}
- {target}, ${heads.linkIn} {link}
{end}
{end}
{if doubts}

## ${heads.doubts}

{each doubts}
- {link} ({day}): {reason}
{end}
{end}
`;
}
