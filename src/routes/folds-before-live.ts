/**
 * Notes which folds are open: Svelte, as it takes a page over, opens or closes each as its data say, also those that a
 * visitor has just opened.
 *
 * @returns opens and closes them so again, to be called once the script is live
 */
export function noteFolds(): () => void {
	const folds = Array.from(document.querySelectorAll('details'), (fold) => ({ fold, open: fold.open }));
	return () => {
		for (const { fold, open } of folds) fold.open = open;
	};
}
