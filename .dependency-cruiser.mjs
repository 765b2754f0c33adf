/** Which way dependencies may point: routes → domain → platform, routes → components; nothing back. */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'platform-knows-nobody',
      severity: 'error',
      from: { path: '^app/platform/' },
      to: { path: '^(app/(domain|routes|components|middleware)|emails)/' },
    },
    {
      name: 'domain-knows-no-pages',
      severity: 'error',
      comment: 'No HTTP and no React in the rules.',
      from: { path: '^app/domain/' },
      to: { path: '^app/(routes|components|middleware)/|node_modules/(react|react-dom|react-router)/' },
    },
    {
      name: 'domain-knows-no-emails',
      severity: 'error',
      comment: 'A delivery carries ids; what it says is composed when it is sent.',
      from: { path: '^app/domain/' },
      to: { path: '^emails/' },
    },
    {
      name: 'emails-know-no-pages',
      severity: 'error',
      comment: 'Letters are shown on pages, so pages know templates.',
      from: { path: '^emails/' },
      to: { path: '^app/(routes|components|middleware)/' },
    },
    {
      name: 'components-know-no-database',
      severity: 'error',
      from: { path: '^app/components/' },
      to: { path: '^app/(platform|routes|middleware)/|\\.server\\.', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'routes-never-touch-prisma',
      severity: 'error',
      from: { path: '^app/(routes|components)/' },
      to: { path: 'platform/database/(database\\.server|generated)' },
    },
    {
      name: 'folders-through-their-index',
      severity: 'error',
      comment:
        'What a folder of the domain offers to the others stands in its index.ts (pure) and index.server.ts.',
      from: { path: '^app/domain/([^/]+)/' },
      to: { path: '^app/domain/[^/]+/', pathNot: '^app/domain/($1/|[^/]+/index(\\.server)?\\.ts$)' },
    },
    {
      name: 'no-cycles-of-folders',
      severity: 'error',
      scope: 'folder',
      from: { path: '^app/domain/[^/]+$' },
      to: { circular: true },
    },
    {
      name: 'audit-imports-no-domain',
      severity: 'error',
      from: { path: '^app/domain/audit/' },
      to: { path: '^app/domain/(?!audit/|hub-error)' },
    },
    {
      name: 'pure-rules-touch-no-server',
      severity: 'error',
      comment: 'A file without .server in its name may run anywhere.',
      from: { path: '^app/domain/', pathNot: '\\.server\\.' },
      to: { path: '\\.server\\.', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      from: { path: '^(app|emails|prisma)/' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|generated' },
    exclude: { path: '\\.react-router|generated' },
    tsConfig: { fileName: 'tsconfig.json' },
    parser: 'swc',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
