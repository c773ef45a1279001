import type { CivilDate } from '../core/time/civilDate.ts';
import type { Entry } from '../core/entry.ts';
import { isTimeZone, logDayAt } from '../core/time/writtenDate.ts';
import type { Clock } from './clock.ts';
import type { FolderVault } from './folderVault.ts';

/** The time zone that a log is kept in, an IANA name; `''` for this computer's, also where the setting names none that exists. */
export function timeZoneOf({ settings }: FolderVault): string {
	return isTimeZone(settings.timeZone) ? settings.timeZone : '';
}

/** The day of the log that it is now. */
export function today(vault: FolderVault, clock: Clock): CivilDate {
	return logDayAt(clock.now(), timeZoneOf(vault), vault.settings.dayStartsAt);
}

/** The entries of one day, lowest number first; searched from the end, where today's are. */
export function entriesOn({ vault }: FolderVault, day: CivilDate): readonly Entry[] {
	return vault.entries().filter(entry => entry.day === day);
}
