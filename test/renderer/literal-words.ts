import { type ESTree, Visitor } from 'vite'
import type { Source } from './sources.ts'

/** A text in a source that a person may come to read. */
export interface LiteralWords {
  readonly path: string
  readonly text: string
}

/** Attributes whose text is shown or read out. */
const readAttributes = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'aside',
  'description',
  'detail',
  'label',
  'name',
  'note',
  'placeholder',
  'textValue',
  'title',
  'wrong',
])

/** Functions that put their arguments on the screen. */
const showing = new Set(['notify', 'useTitle', 'setText'])

type Expression = ESTree.Expression | ESTree.JSXEmptyExpression | ESTree.SpreadElement | null

/** The literals that the value of an expression may hold; what a function makes of its arguments is its own. */
function textsOf(value: Expression): readonly string[] {
  if (value === null) return []
  if (value.type === 'Literal') return typeof value.value === 'string' ? [value.value] : []
  if (value.type === 'TemplateLiteral') {
    return [...value.quasis.map((each) => each.value.raw), ...value.expressions.flatMap(textsOf)]
  }
  if (value.type === 'ConditionalExpression') return [value.consequent, value.alternate].flatMap(textsOf)
  if (value.type === 'LogicalExpression') return [value.left, value.right].flatMap(textsOf)
  if (value.type === 'BinaryExpression') {
    return value.operator === '+' ? [value.left, value.right].flatMap(textsOf) : []
  }
  if (value.type === 'ArrayExpression') return value.elements.flatMap(textsOf)
  if (value.type === 'SpreadElement') return textsOf(value.argument)
  if (value.type === 'ParenthesizedExpression') return textsOf(value.expression)
  if (value.type === 'TSAsExpression') return textsOf(value.expression)
  return value.type === 'CallExpression' ? joinedTexts(value) : []
}

/** Of `[…].join(', ')` and the like: the list and what stands between. */
function joinedTexts({ callee, arguments: given }: ESTree.CallExpression): readonly string[] {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'ArrayExpression') return []
  return [...textsOf(callee.object), ...given.flatMap(textsOf)]
}

function childTexts(child: ESTree.JSXChild): readonly string[] {
  if (child.type === 'JSXText') return [child.value]
  return child.type === 'JSXExpressionContainer' ? textsOf(child.expression) : []
}

function attributeTexts({ name, value }: ESTree.JSXAttribute): readonly string[] {
  if (name.type !== 'JSXIdentifier' || !readAttributes.has(name.name)) return []
  if (value?.type === 'JSXExpressionContainer') return textsOf(value.expression)
  return value?.type === 'Literal' ? textsOf(value) : []
}

/** Begins like a sentence, or is Korean. */
const sentence = /^\p{Lu}\p{Ll}+\s+\p{L}|\p{Script=Hangul}/u

/**
 * Letters that stand in a source where a person may read them: as a child or a read attribute of an element, as
 * an argument of what shows its arguments, or anywhere when they begin like a sentence. Signs are no words.
 */
export function literalWords({ path, program }: Source): readonly LiteralWords[] {
  const found = new Set<string>()
  const add = (texts: readonly string[]): void => {
    for (const text of texts) if (/\p{L}/u.test(text)) found.add(text.trim())
  }
  const addSentence = (text: string): void => {
    if (sentence.test(text)) found.add(text.trim())
  }
  new Visitor({
    JSXElement: ({ children }) => add(children.flatMap(childTexts)),
    JSXFragment: ({ children }) => add(children.flatMap(childTexts)),
    JSXAttribute: (attribute) => add(attributeTexts(attribute)),
    CallExpression: ({ callee, arguments: given }) => {
      // What is no sentence is the tone of the notice.
      if (callee.type === 'Identifier' && showing.has(callee.name)) add(given.slice(-1).flatMap(textsOf))
    },
    Literal: ({ value }) => {
      if (typeof value === 'string') addSentence(value)
    },
    TemplateLiteral: ({ quasis }) => addSentence(quasis.map(({ value }) => value.raw).join('…')),
  }).visit(program)
  return [...found].map((text) => ({ path, text }))
}
