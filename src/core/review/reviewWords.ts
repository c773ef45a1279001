import type { DaySpan } from '../statistics/periods.ts';
import type { Sum } from '../statistics/sums.ts';
import type { CivilDate } from '../time/civilDate.ts';
import type { Comparison, Doubt, Review } from './review.ts';
import type { ReviewPeriod } from './reviewPeriod.ts';

/** The words of a review in the language of its reader. */
export interface ReviewWords {
	/** `Review of week 48, 2026` */
	readonly title: (period: ReviewPeriod) => string;
	/** `November 23 – 29, 2026` */
	readonly span: (span: DaySpan) => string;
	/** `Mon, Nov 23` */
	readonly day: (day: CivilDate) => string;
	/** A day, week or month in a table. */
	readonly part: (kind: Review['partKind'], span: DaySpan) => string;
	/** `2 h more than the week before (10 h 30 min)` */
	readonly change: (comparison: Comparison, period: ReviewPeriod) => string;
	/** `in 6 entries on 5 days, 3,210 words` */
	readonly summary: (sum: Sum) => string;
	/** `Streak at the end: 5 days; longest in this time: 6 days`; `''` where there is no entry. */
	readonly streak: (streak: Review['streak']) => string;
	readonly doubt: (doubt: Doubt) => string;
	/** What stands above columns and sections. */
	readonly heads: Readonly<
		Record<
			| 'day'
			| 'week'
			| 'month'
			| 'hours'
			| 'entries'
			| 'words'
			| 'sum'
			| 'outputs'
			| 'noOutputs'
			| 'byTag'
			| 'tag'
			| 'share'
			| 'drafts'
			| 'unresolved'
			| 'linkIn'
			| 'doubts',
			string
		>
	>;
}
