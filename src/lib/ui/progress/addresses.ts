/** Where the pages of self-study of a course are. */
export interface StudyAddresses {
	/** The page of the primer. */
	home: string;
	review: string;
	/** The first pass through a point; 0 is the primer as a whole. */
	learn: (point: number) => string;
	practice: (draw: 'adaptive' | 'mistakes' | 'mixed') => string;
	flashcards: string;
	progress: string;
	print: string;
	settings: string;
	quiz: string;
	facts: string;
}
