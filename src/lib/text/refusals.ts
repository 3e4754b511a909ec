import type { Nodes } from 'mdast';

/**
 * The message for a part of Markdown that a bank may not use.
 *
 * @param written the part as it is in the source
 * @returns what it is, and what to write instead
 */
export function refusal(node: Nodes, written: string): [message: string, fix: string] {
	const [first = ''] = written.split('\n');
	const last = written.trimEnd().split('\n').at(-1)?.trim() ?? '';
	switch (node.type) {
		case 'html':
			return ['raw HTML is not supported', 'Use Markdown for emphasis, or write the character “<” as “\\<”.'];
		case 'image':
		case 'imageReference':
			return ['there is an image in the text', 'Describe it in words.'];
		case 'heading':
			return /^(?:=+|-+)$/.test(last)
				? [
						`there is a heading in the text: the line “${last}” makes one of what is above it`,
						`Leave an empty line above it, or begin it with a backslash: “\\${last}”.`
					]
				: [
						`there is a heading in the text: “${first}”`,
						'Write a plain sentence, or “\\#” for the character itself.'
					];
		case 'blockquote':
			return [
				`there is a block quotation in the text: “${first}”`,
				'Put the words in quotation marks, or write “\\>” for the character itself.'
			];
		case 'thematicBreak':
			return [
				`there is a horizontal rule in the text: “${first}”`,
				`Leave it out, or write “\\${first}” for the characters.`
			];
		case 'code':
			return [
				'there is a block of code in the text: lines indented by four spaces, or fenced',
				'Use `code` within a line, and do not indent the text.'
			];
		case 'break':
			return [
				'the line is broken by two spaces or a backslash at its end',
				'Begin a new paragraph by an empty line, write a list, or remove these characters.'
			];
		case 'definition':
			return [
				`“[${node.label ?? node.identifier}]:” gives an address to links elsewhere, and is not shown itself`,
				'Write the address at the link: [words](https://…); for the bracket itself write “\\[”.'
			];
		case 'linkReference':
			return [
				`“${first}” is a link whose address is elsewhere in the text`,
				'Write the address at the link: [words](https://…); for the bracket itself write “\\[”.'
			];
		default:
			return [
				`“${node.type}” is not in the subset of Markdown that a bank may use`,
				'Use emphasis, code, links and lists only.'
			];
	}
}
