import { defineConfigWithVueTs, vueTsConfigs } from '@vue/eslint-config-typescript'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import vueA11y from 'eslint-plugin-vuejs-accessibility'
import globals from 'globals'

const NETWORK = ['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'dns/promises'].flatMap(
  (name) => [name, `node:${name}`],
)

const network = {
  group: NETWORK,
  message: 'Nothing leaves the machine: Annals has no network code.',
}

const electron = {
  group: ['electron', 'electron/*'],
  message: 'Services know nothing of Electron; the composition root passes in what they need.',
}

const node = { group: ['node:*'], message: 'This layer runs in the window, without Node.' }

const main = { group: ['**/src-main/**'], message: 'Only the main process may import src-main.' }

const renderer = {
  group: ['**/src-renderer/**'],
  message: 'Only the window may import src-renderer.',
}

/** Which imports a folder may not use. */
function layer(files, ...patterns) {
  return {
    files,
    rules: { 'no-restricted-imports': ['error', { patterns: [network, ...patterns] }] },
  }
}

const FEATURES = ['archive', 'index', 'notebook', 'export', 'exchange']

function feature(name) {
  const others = FEATURES.filter((other) => other !== name)
  return layer([`src-main/${name}/**/*.ts`], electron, renderer, {
    group: others.flatMap((other) => [`../${other}/**`, `../../${other}/**`]),
    message: 'Feature folders do not import one another; the composition root joins them.',
  })
}

export default defineConfigWithVueTs(
  {
    ignores: ['**/out/**', '**/node_modules/**', 'test-results/**', 'coverage/**', '*-output/**'],
  },
  vue.configs['flat/recommended'],
  vueA11y.configs['flat/recommended'],
  vueTsConfigs.strictTypeChecked,
  {
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 350, skipBlankLines: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'vue/no-v-html': 'error',
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/component-name-in-template-casing': ['error', 'PascalCase'],
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: { globals: globals.node },
    extends: [vueTsConfigs.disableTypeChecked],
  },
  { files: ['scripts/**', 'tests/bench/**', 'src-main/cli/**'], rules: { 'no-console': 'off' } },
  layer(['src-shared/**/*.ts'], electron, node, main, renderer),
  layer(['src-renderer/**/*.{ts,vue}'], electron, node, main),
  layer(['src-main/*.ts', 'src-main/{cli,workers,app}/**/*.ts'], renderer),
  ...FEATURES.map(feature),
  {
    files: ['src-renderer/{views,components,composables}/**/*.{ts,vue}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            network,
            electron,
            node,
            main,
            { group: ['**/rpc.ts'], message: 'Only stores call the main process.' },
          ],
        },
      ],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 500, skipBlankLines: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  prettier,
)
