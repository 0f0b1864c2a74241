import { defineConfig } from 'eslint/config'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

/** Ways from text to markup. The names alone are refused, so that `el['…']`, a destructured one or a key of an object is too. */
const MARKUP = '/^(innerHTML|outerHTML|insertAdjacentHTML|setHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|DOMParser|srcdoc|v-html)$/'
const MARKUP_MESSAGE = 'Text from data must stay text: use textContent, setText or the template.'
const SCRIPT_LINK = '/^\\s*(javascript:|vbscript:|data:text\\u002fhtml)/i'
const WRITE = '/^(write|writeln)$/'
const WRITE_MESSAGE = 'Make elements; a document that is written runs its scripts.'
const UNSAFE_ATTRIBUTES = ['innerHTML', 'inner-html', 'outerHTML', 'outer-html', 'srcdoc']
const UNSAFE = [
  { selector: `Identifier[name=${MARKUP}]`, message: MARKUP_MESSAGE },
  { selector: `Literal[value=${MARKUP}]`, message: MARKUP_MESSAGE },
  { selector: `TemplateElement[value.raw=${MARKUP}]`, message: MARKUP_MESSAGE },
  { selector: `MemberExpression[object.name='document'][property.name=${WRITE}]`, message: WRITE_MESSAGE },
  { selector: `MemberExpression[object.name='document'][property.value=${WRITE}]`, message: WRITE_MESSAGE },
  { selector: `MemberExpression[object.property.name='document'][property.name=${WRITE}]`, message: WRITE_MESSAGE },
  { selector: `VariableDeclarator[init.name='document'] > ObjectPattern > Property[key.name=${WRITE}]`, message: WRITE_MESSAGE },
  { selector: 'MemberExpression[property.name=/^(eval|Function)$/]', message: 'Code is not made from text.' },
]
const SCRIPT_LINKS = [
  { selector: `Literal[value=${SCRIPT_LINK}]`, message: 'A link leads to a page, it does not run.' },
  { selector: `TemplateElement[value.raw=${SCRIPT_LINK}]`, message: 'A link leads to a page, it does not run.' },
]
const ONE_POLICY = { selector: `Identifier[name='createPolicy']`, message: 'The page has one Trusted Types policy: src/trusted-types.ts.' }
const NEVER = [
  ...UNSAFE,
  { selector: 'TSEnumDeclaration', message: 'Use a constant list and the union of its members.' },
]
const NO_DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Export by name, so that a thing has one name everywhere.' }

export default defineConfig(
  { ignores: ['dist/**', 'dist-public/**', 'coverage/**', '.vite/**', 'geodata/**', 'public/**'] },
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  vue.configs['no-layout-rules'],
  {
    files: ['**/*.{ts,vue,js,mjs}'],
    // Known to the rules on code from text.
    languageOptions: { globals: { window: 'readonly', setTimeout: 'readonly', setInterval: 'readonly' } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      // The compiler finds what is unused, also in templates.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-restricted-syntax': ['error', ...NEVER, ...SCRIPT_LINKS, ONE_POLICY, NO_DEFAULT_EXPORT],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-proto': 'error',
      'no-debugger': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-self-compare': 'error',
      'no-unreachable': 'error',
      'no-fallthrough': 'error',
      'no-dupe-keys': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      semi: ['error', 'never'],
      quotes: ['error', 'single', { avoidEscape: true, allowTemplateLiterals: true }],
    },
  },
  {
    files: ['**/*.vue'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'no-restricted-syntax': ['error', ...NEVER, ...SCRIPT_LINKS, ONE_POLICY],
      'vue/no-restricted-syntax': ['error', ...UNSAFE, ...SCRIPT_LINKS],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/no-v-html': 'error',
      'vue/no-restricted-v-bind': ['error', ...UNSAFE_ATTRIBUTES],
      'vue/no-restricted-static-attribute': ['error', ...UNSAFE_ATTRIBUTES, { key: '/./', value: SCRIPT_LINK }, { key: 'is', value: '/^(script|style|iframe)$/' }],
      // The page may not carry styles of its own: the Content-Security-Policy has no unsafe-inline.
      'vue/no-restricted-html-elements': ['error', 'style', 'script', 'iframe'],
      'vue/no-static-inline-styles': 'error',
      // A value that is left out is undefined, and the type says so.
      'vue/require-default-prop': 'off',
    },
  },
  { files: ['src/cli/**', 'tests/bench/**', 'tests/fuzz/**', 'tests/soak/**'], rules: { 'no-console': 'off' } },
  { files: ['src/trusted-types.ts'], rules: { 'no-restricted-syntax': ['error', ...NEVER, ...SCRIPT_LINKS, NO_DEFAULT_EXPORT] } },
  // Tests try what is forbidden.
  { files: ['tests/**'], rules: { 'no-restricted-syntax': ['error', ...NEVER, NO_DEFAULT_EXPORT], 'no-script-url': 'off' } },
  { files: ['vite.config.ts'], rules: { 'no-restricted-syntax': ['error', ...NEVER] } },
  // Here the forbidden names stand as they are.
  { files: ['eslint.config.js'], rules: { 'no-restricted-syntax': 'off' } },
)
