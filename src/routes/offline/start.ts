// Loaded by the first page that has time for it; from then on it stays, whichever page comes.
import { mount } from 'svelte';

import Offline from './Offline.svelte';

mount(Offline, { target: document.body });
