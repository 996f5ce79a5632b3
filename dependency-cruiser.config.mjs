/** Import fences of docs/architecture.md. An arrow means "imports"; nothing imports against it. */
const fence = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { path: from }, to });

export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'A fence cannot see behind an import that does not resolve.',
      severity: 'error',
      from: {},
      // Vite's own spellings (?worker, ?url) are resolved by Vite.
      to: { couldNotResolve: true, pathNot: '\\?' },
    },
    fence('shared-is-pure', 'The domain imports zod and small pure libraries, nothing else.', '^src/shared', {
      pathNot: [
        '^src/shared',
        'node_modules/(zod|temporal-polyfill|temporal-utils|temporal-spec|tldts|tldts-core|fractional-indexing|uuid)/',
      ],
    }),
    fence('electron-stays-in-electron', 'Only electron/ knows Electron.', '^(src|test/(?!shells|e2e))', {
      path: 'node_modules/electron/',
    }),
    {
      name: 'ships-what-it-declares',
      comment: 'Development packages are not in the notices that go with the app.',
      severity: 'error',
      from: { path: '^(src|electron)' },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/electron/',
      },
    },
    fence('main-knows-no-page', 'The host never sees a screen or a table.', '^src/main', {
      path: ['^src/renderer', '^electron', 'node_modules/(dexie|react)'],
    }),
    fence(
      'renderer-knows-no-host',
      'The page reaches the machine only through the contract.',
      '^src/renderer',
      {
        path: ['^src/main', '^electron'],
      },
    ),
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^src/renderer' },
      to: { dependencyTypes: ['core'] },
    },
    fence('electron-shell-has-no-domain', 'The shell knows the contract, not the domain.', '^electron', {
      path: ['^src/shared/(?!host|result|clock|ids)', '^src/renderer'],
    }),
    fence('only-the-store-touches-dexie', 'Commands are the only writers.', '^src/renderer/(?!store)', {
      path: 'node_modules/dexie',
    }),
    fence('store-knows-no-screens', 'Data flows one way.', '^src/renderer/(store|workers|platform)', {
      path: ['^src/renderer/(screens|components|app)', 'node_modules/react'],
    }),
    fence(
      'components-know-no-store',
      'Look and behaviour without domain words.',
      '^src/renderer/components',
      {
        path: [
          '^src/renderer/(store|screens|workers|platform)',
          '^src/shared/(accounts|statuses|exchange|territories)',
        ],
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.node.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
