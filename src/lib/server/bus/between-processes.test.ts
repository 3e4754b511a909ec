import { expect, onTestFinished, test, vi } from 'vitest';

import { busBetweenProcesses } from './between-processes.ts';
import type { Notice } from './bus.ts';
import { waitFor } from '../../../../tests/wait-for.ts';

test('what was on its way when the connection was lost goes over the next one', async () => {
	const sent = vi.fn<(notices: readonly Notice[]) => void>();
	const lost = Promise.withResolvers<undefined>();
	let tries = 0;
	const bus = busBetweenProcesses({
		title: 'The line',
		connect: () => {
			const isFirst = tries++ === 0;
			return Promise.resolve({
				lost: isFirst ? lost.promise : new Promise<undefined>(() => undefined),
				send(notices) {
					sent(notices);
					return isFirst ? new Promise<void>(() => undefined) : Promise.resolve();
				},
				settled: () => Promise.resolve(),
				close: () => Promise.resolve()
			});
		},
		say: () => undefined
	});
	onTestFinished(() => bus.close());
	const told: Notice = { classId: 'a', about: { type: 'answers' } };
	bus.tell(told);
	await waitFor(() => expect(sent).toHaveBeenCalledTimes(1));
	lost.resolve(undefined);
	await waitFor(() => expect(sent).toHaveBeenCalledTimes(2));
	expect(sent.mock.calls).toEqual([[[told]], [[told]]]);
});
