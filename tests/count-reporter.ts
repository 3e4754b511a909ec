import type { Reporter, TestModule } from 'vitest/node';

/** Closes a run with one line, `12 passed, 0 failed`, that people and machines read alike. */
export default class CountReporter implements Reporter {
	onTestRunEnd(
		modules: readonly TestModule[],
		unhandledErrors: readonly unknown[],
		reason: 'passed' | 'interrupted' | 'failed'
	): void {
		const { passed, failed } = count(modules);
		// What breaks outside of any test fails the run too.
		const outside = modules.flatMap((module) => module.errors()).length + unhandledErrors.length;
		const atLeast = reason === 'passed' ? 0 : 1;
		console.log(`${passed} passed, ${Math.max(failed + outside, atLeast)} failed`);
	}
}

function count(modules: readonly TestModule[]): { passed: number; failed: number } {
	const states = modules.flatMap((module) =>
		[...module.children.allTests()].map((test) => test.result().state)
	);
	return {
		passed: states.filter((state) => state === 'passed').length,
		failed: states.filter((state) => state === 'failed').length
	};
}
