import type { Services } from './services.ts';
import { SharedTimer } from './sharedTimer.ts';
import { TimerPulse } from './timerPulse.ts';

/** What the features are given that are about hours. */
export interface TimeServices extends Services {
	readonly timer: SharedTimer;
	readonly pulse: TimerPulse;
}

/** Adds the timer to the services; disposing it leaves the services themselves alone. */
export function createTimeServices(services: Services): TimeServices {
	const timer = new SharedTimer(services);
	const pulse = new TimerPulse(services, timer);
	return {
		...services,
		timer,
		pulse,
		dispose: () => {
			pulse.dispose();
			timer.dispose();
		},
	};
}
