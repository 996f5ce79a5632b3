import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Wall clock and randomness are handed in (design: one clock, given by the host). */
const noAmbientTimeOrChance = [
  { object: 'Date', property: 'now', message: 'Take a Clock instead (src/shared/clock.ts).' },
  { object: 'Math', property: 'random', message: 'Take an IdSource or a seeded source instead.' },
  { object: 'crypto', property: 'randomUUID', message: 'Take an IdSource instead (src/shared/ids.ts).' },
];

export default tseslint.config(
  { ignores: ['out/', 'node_modules/', 'test-results/', 'bench-results/', 'playwright-report/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.renderer.json', './tsconfig.node.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/shared/**', 'src/renderer/**'],
    rules: { 'no-restricted-properties': ['error', ...noAmbientTimeOrChance] },
  },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    ...reactHooks.configs.flat['recommended-latest'],
  },
  {
    files: ['**/*.{js,mjs}'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { globals: globals.node, parserOptions: { project: false, program: null } },
  },
  {
    files: ['src/main/**', 'electron/**', 'test/**', '**/*.mjs'],
    rules: { 'no-console': 'off' },
  },
);
