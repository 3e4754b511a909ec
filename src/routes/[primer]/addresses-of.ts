import { courseAddresses, type CourseAddresses } from '#lib/screens/course-addresses.ts';

import { addressOf } from '../address-of.ts';

/** Where the pages of a primer are. */
export function addressesOf(primer: string): CourseAddresses {
	return courseAddresses(addressOf('/[primer]', { primer }));
}
