import { expect } from 'vitest';

/** Expects the headers that every answer has. @param isForAll whether pages of other sites may read it */
export function expectHeaders(headers: Headers, isForAll = false): void {
	const policy = headers.get('content-security-policy') ?? '';
	expect(policy).toMatch(/default-src '(self|none)'/);
	expect(policy).toContain("base-uri 'none'");
	expect(policy.match(/frame-ancestors 'self'/g)).toHaveLength(1);
	expect(headers.get('x-content-type-options')).toBe('nosniff');
	expect(headers.get('referrer-policy')).toBe('same-origin');
	expect(headers.get('permissions-policy')).toContain('camera=()');
	expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
	expect(headers.get('cross-origin-resource-policy')).toBe(isForAll ? 'cross-origin' : 'same-origin');
	expect(headers.get('access-control-allow-origin')).toBe(isForAll ? '*' : null);
	expect(headers.get('x-same-for-all')).toBeNull();
	expect(headers.get('x-powered-by')).toBeNull();
}
