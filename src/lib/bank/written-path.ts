import type { Path } from './yaml.ts';

/** A path as people write it: `options[1].text`. */
export function writtenPath(path: Path): string {
	return path
		.map((step, index) => (typeof step === 'number' ? `[${step}]` : index ? `.${step}` : step))
		.join('');
}
