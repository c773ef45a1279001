import tseslint from 'typescript-eslint';

export default tseslint.config(
	{ ignores: ['dist/', 'out/', '.vscode-test/', 'test/fixtures/'] },
	...tseslint.configs.strictTypeChecked,
	{
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			curly: ['error', 'all'],
			eqeqeq: 'error',
			'no-empty': ['error', { allowEmptyCatch: false }],
			'max-params': ['error', 4],
			'max-depth': ['error', 3],
			complexity: ['error', 12],
			'no-restricted-syntax': [
				'error',
				{ selector: 'ExportDefaultDeclaration', message: 'Export by name, so that a thing has one name everywhere.' },
			],
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/no-explicit-any': 'error',
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			// VS Code's Disposable is a class in the typings and a mere shape everywhere else.
			'@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
		},
	},
	{
		files: ['**/*.mjs', '*.mjs'],
		...tseslint.configs.disableTypeChecked,
		rules: { ...tseslint.configs.disableTypeChecked.rules, 'no-restricted-syntax': 'off' },
	},
	{ files: ['test/**'], rules: { '@typescript-eslint/no-floating-promises': 'off' } },
);
