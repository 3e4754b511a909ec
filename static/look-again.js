/*
 * On a page that goes on by itself in a browser that cannot run its script, such as that of an old tablet: looks again
 * after a while what goes on. It is written in what such browsers understand, and does nothing where the script runs.
 */
(function () {
	/* The script may only be late. */
	var LEAST = 12;
	var after = Math.max(LEAST, Number(document.currentScript.getAttribute('data-after')));
	var isTouched = false;
	function touch() {
		isTouched = true;
	}
	document.addEventListener('change', touch, true);
	document.addEventListener('input', touch, true);
	addEventListener('load', function () {
		setTimeout(function () {
			/* Nobody loses what they have chosen and not sent. */
			if (!isTouched && !document.documentElement.hasAttribute('data-live')) location.reload();
		}, after * 1000);
	});
})();
