import { runAlone } from '../../(alone)/run-alone.ts';
import { isEmbedPageData, loadEmbedPage } from './embed-page.ts';
import EmbedPage from './EmbedPage.svelte';

void runAlone({
	page: EmbedPage,
	is: isEmbedPageData,
	load: loadEmbedPage,
	// It is a guest in somebody else’s page.
	offline: () => undefined
});
