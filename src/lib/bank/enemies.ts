/** An item, as far as it matters which others it gives away. */
interface WithEnemies {
	id: string;
	/** The ids of those that it names. */
	enemies: readonly string[];
}

/** Whether two items give one another away, and so never meet: one of them names the other. */
export function areEnemies(one: WithEnemies, other: WithEnemies): boolean {
	return one.enemies.includes(other.id) || other.enemies.includes(one.id);
}
