/** The few words of the drawings that belong to the interface; all others come from the bank. */
export const pictureWords = {
	asOf: (day: string) => `As of ${day}`,
	sinceThen: 'Since then',
	/** Names a link that shows the id of a fact. */
	moreAbout: (fact: string) => `More about fact ${fact}`
};
