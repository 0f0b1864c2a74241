import { defineConfig } from 'eslint/config'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'

const UNSAFE_PROPERTY = '/^(innerHTML|outerHTML|insertAdjacentHTML|setHTML|setHTMLUnsafe)$/'
const UNSAFE_ATTRIBUTES = ['innerHTML', 'inner-html', 'outerHTML', 'outer-html', 'srcdoc']
const NEVER = [
  {
    selector: `MemberExpression[property.name=${UNSAFE_PROPERTY}]`,
    message: 'Text from data must stay text: use textContent, setText or the template.',
  },
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
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      // The compiler finds what is unused, also in templates.
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-restricted-syntax': ['error', ...NEVER, NO_DEFAULT_EXPORT],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
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
      'no-restricted-syntax': ['error', ...NEVER],
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/no-v-html': 'error',
      'vue/no-restricted-v-bind': ['error', ...UNSAFE_ATTRIBUTES],
      'vue/no-restricted-static-attribute': ['error', ...UNSAFE_ATTRIBUTES],
      // The page may not carry styles of its own: the Content-Security-Policy has no unsafe-inline.
      'vue/no-restricted-html-elements': ['error', 'style', 'script', 'iframe'],
      'vue/no-static-inline-styles': 'error',
      // A value that is left out is undefined, and the type says so.
      'vue/require-default-prop': 'off',
    },
  },
  { files: ['src/cli/**', 'tests/bench/**'], rules: { 'no-console': 'off' } },
  { files: ['eslint.config.js', 'vite.config.ts'], rules: { 'no-restricted-syntax': ['error', ...NEVER] } },
)
