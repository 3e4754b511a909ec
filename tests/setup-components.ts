import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';

import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

// Component tests read English, wherever they run.
overwriteGetLocale(() => 'en');

// On a busy machine, what is waited for may come late.
configure({ asyncUtilTimeout: 60_000 });
