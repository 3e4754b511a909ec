/** The value of a cookie in a Cookie header; undefined if it is not there. */
export function cookieOf(cookies: string | undefined, name: string): string | undefined {
	const found = cookies?.split(';').find((each) => each.trim().startsWith(`${name}=`));
	return found?.trim().slice(name.length + 1);
}

/** The names of the cookies in a Cookie header, in the order in which it has them. */
export function cookieNames(cookies: string | undefined): string[] {
	return (cookies?.split(';') ?? []).map((each) => each.trim().split('=')[0] ?? '');
}
