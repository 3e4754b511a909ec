// Loaded by the first page that has time for it; from then on it stays, whichever page comes.
import { mount } from 'svelte';

import { hearEarlyOffers } from './early-offer.ts';
import Offline from './Offline.svelte';

// A browser offers the app once it knows of it, by what is mounted here.
hearEarlyOffers();
mount(Offline, { target: document.body });
