// What hosts do to addresses: each habit tells to which path it leads from one, with 301 and the query.

const withoutSlash = (path) => path.replace(/(.)\/+$/, '$1');
const withoutHtml = (path) => path.replace(/\.html$/, '');

export const HABITS = {
  'leads nowhere else': (path) => path,
  'strips the slash at the end': withoutSlash,
  'adds the slash at the end': (path) => path.replace(/\/([^/.]+)$/, '/$1/'),
  'strips .html': withoutHtml,
  'strips .html and names no index': (path) => withoutHtml(path.replace(/\/index\.html$/, '/')),
  'strips both': (path) => withoutSlash(withoutHtml(path.replace(/\/index(\.html)?$/, '/'))),
  'serves index.html by name': (path) => path.replace(/\/$/, '/index.html'),
  'redirects to lower case': (path) => path.toLowerCase(),
  'writes each slash once': (path) => path.replace(/\/{2,}/g, '/'),
};
