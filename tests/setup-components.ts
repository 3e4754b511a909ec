import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';

import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

// Component tests read English, wherever they run.
overwriteGetLocale(() => 'en');

// What comes in the end may come late on a busy machine.
configure({ asyncUtilTimeout: 30_000 });
