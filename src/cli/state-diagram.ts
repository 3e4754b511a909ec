import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';

/**
 * A statechart as a diagram that Mermaid draws (https://mermaid.js.org/syntax/stateDiagram.html). Arrows are
 * moves from one state to another; what a state does without leaving it is in a note beside it.
 */
export function stateDiagram(root: AnyStateNode): string {
	const nodes = descendants(root);
	const names = new Set(nodes.map(({ key }) => key));
	if (names.size < nodes.length)
		throw new Error('Two states have the same name, which a diagram cannot tell apart.');
	// Mermaid puts a state into the frame in which it is first named, so all frames come before all arrows.
	const lines = [...declarations(root), ...nodes.flatMap(moves), ...nodes.flatMap(stays)];
	return ['stateDiagram-v2', ...lines.map((line) => `\t${line}`), ''].join('\n');
}

function descendants(node: AnyStateNode): AnyStateNode[] {
	return Object.values(node.states).flatMap((child) => [child, ...descendants(child)]);
}

function declarations(parent: AnyStateNode): string[] {
	const initial: AnyStateNode | undefined = parent.initial.target[0];
	return [
		...(initial ? [`[*] --> ${initial.key}`] : []),
		...Object.values(parent.states).flatMap((node) => {
			if (node.type === 'history') return [`state "where it was" as ${node.key}`];
			if (Object.keys(node.states).length === 0) return [node.key];
			return [`state ${node.key} {`, ...declarations(node).map((line) => `\t${line}`), '}'];
		})
	];
}

function moves(node: AnyStateNode): string[] {
	const leaving = transitionsOf(node).flatMap(({ target, label }) =>
		target && !isWithin(target, node) ? [{ key: target.key, label }] : []
	);
	return [...Map.groupBy(leaving, ({ key }) => key)].map(
		([key, same]) => `${node.key} --> ${key} : ${same.map(({ label }) => label).join('<br>')}`
	);
}

function stays(node: AnyStateNode): string[] {
	const lines = transitionsOf(node).flatMap(({ target, label }) => {
		if (target && !isWithin(target, node)) return [];
		return [`${label}${target && target !== node ? ` → ${target.key}` : ''}`];
	});
	return lines.length > 0 ? [`note right of ${node.key}`, ...lines, 'end note'] : [];
}

interface Labelled {
	target: AnyStateNode | undefined;
	label: string;
}

/** The transitions of a state, each with its event and guard in words; those that forbid an event are left out. */
function transitionsOf(node: AnyStateNode): Labelled[] {
	const lists: AnyTransitionDefinition[][] = [...node.transitions.values()];
	return lists.flatMap((list) =>
		list.flatMap((transition, index): Labelled[] => {
			const target: AnyStateNode | undefined = transition.target?.[0];
			if (!target && transition.actions.length === 0) return [];
			return [{ target, label: labelOf(transition, index > 0) }];
		})
	);
}

function labelOf({ eventType, guard }: AnyTransitionDefinition, isAlternative: boolean): string {
	const condition = guard === undefined ? (isAlternative ? 'else' : '') : guardText(guard);
	return condition ? `${eventType} [${condition}]` : String(eventType);
}

/** The name of a guard; of several that must all hold, their names. */
function guardText(guard: unknown): string {
	if (typeof guard === 'string') return words(guard);
	if (typeof guard === 'object' && guard !== null && 'type' in guard) return words(String(guard.type));
	if (typeof guard === 'function' && 'guards' in guard && Array.isArray(guard.guards)) {
		const guards: unknown[] = guard.guards;
		return guards.map(guardText).join(' and ');
	}
	throw new Error('A guard has no name: give it one in the machine’s setup.');
}

/** `timeIsUp` as `time is up`. */
function words(name: string): string {
	return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function isWithin(node: AnyStateNode, ancestor: AnyStateNode): boolean {
	return node === ancestor || (node.parent !== undefined && isWithin(node.parent, ancestor));
}
