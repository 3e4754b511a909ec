import { resolve } from '$app/paths';

import { courseAddresses, type CourseAddresses } from '#lib/screens/course-addresses.ts';

/** Where the pages of a primer are. */
export function addressesOf(primer: string): CourseAddresses {
	return courseAddresses(resolve('/[primer]', { primer }));
}
