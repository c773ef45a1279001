import { agentToolsOf } from './features/agentTools.ts';
import type { Tool } from './host/laterTools.ts';
import type { Services } from './host/services.ts';

/** What language models may ask and do; loaded when one first does. */
export function startAgents(services: Services): ReadonlyMap<string, Tool> {
	return agentToolsOf(services);
}
