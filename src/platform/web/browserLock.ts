/** Windows of one browser share locks by origin; where the browser has none, the work is done all the same. */
export async function holdingBrowserLock<T>(key: string, work: () => Promise<T>): Promise<T> {
	const { locks } =
		(globalThis as { navigator?: { locks?: { request(name: string, work: () => Promise<T>): Promise<T> } } }).navigator ?? {};
	return locks === undefined ? work() : locks.request(`daily-log:${key}`, work);
}
