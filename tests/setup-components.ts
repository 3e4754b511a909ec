import '@testing-library/jest-dom/vitest';

import { overwriteGetLocale } from '#lib/paraglide/runtime.js';

// Component tests read English, wherever they run.
overwriteGetLocale(() => 'en');
