import { basename, dirname } from 'node:path';
import { describePages } from './page-checks.ts';
import { galleryPages } from './pages.ts';

describePages(
  'the pages of the gallery in a browser',
  galleryPages().map((path) => ({
    name: `reports/${basename(dirname(path))}/${basename(path)}`,
    page: { path },
    prose: true,
  })),
);
