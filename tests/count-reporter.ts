import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Ends a run with one line for each failure (`failed: tests/a.test.ts > adds: expected 3 to be 4`) and one with the
 * count, `12 passed, 1 failed`: people and machines often see only the end of a long run.
 */
export default class CountReporter implements Reporter {
	onTestRunEnd(
		modules: readonly TestModule[],
		unhandledErrors: readonly Failure[],
		reason: 'passed' | 'interrupted' | 'failed'
	): void {
		const tests = modules.flatMap((module) => [...module.children.allTests()]);
		const failures = [
			...tests.filter((test) => test.result().state === 'failed').map(toldOfTest),
			// What breaks outside of any test fails the run too.
			...modules.flatMap((module) => module.errors().map((error) => told(module.relativeModuleId, error))),
			...unhandledErrors.map((error) => told('outside of all tests', error))
		];
		for (const failure of failures) console.log(`failed: ${failure}`);
		const passed = tests.filter((test) => test.result().state === 'passed').length;
		const atLeast = reason === 'passed' ? 0 : 1;
		console.log(`${passed} passed, ${Math.max(failures.length, atLeast)} failed`);
	}
}

interface Failure {
	readonly message: string;
}

function toldOfTest(test: TestCase): string {
	return told(`${test.module.relativeModuleId} > ${test.fullName}`, test.result().errors?.[0]);
}

function told(where: string, failure: Failure | undefined): string {
	const firstLine = failure?.message.split('\n')[0];
	return firstLine ? `${where}: ${firstLine}` : where;
}
