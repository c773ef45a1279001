import { DayWatch } from './dayWatch.ts';
import type { Services } from './services.ts';
import { SharedTimer } from './sharedTimer.ts';
import { TimerPulse } from './timerPulse.ts';

/** What the features are given that are about hours. */
export interface TimeServices extends Services {
	readonly timer: SharedTimer;
	readonly pulse: TimerPulse;
	readonly days: DayWatch;
	/** Uris of the entries out of which this window takes minutes at this moment: whoever does it settles what becomes of them. */
	readonly takingBack: Set<string>;
}

/** Adds the timer and the days to the services; disposing it leaves the services themselves alone. */
export function createTimeServices(services: Services): TimeServices {
	const timer = new SharedTimer(services);
	const pulse = new TimerPulse(services, timer);
	const days = new DayWatch(services);
	return {
		...services,
		timer,
		pulse,
		days,
		takingBack: new Set(),
		dispose: () => {
			days.dispose();
			pulse.dispose();
			timer.dispose();
		},
	};
}
