/** Addresses that are not Nines, though some look like it. */
export const hostileUrls = [
  'https://example.com/',
  'http://127.0.0.1:8080/',
  'file:///etc/passwd',
  'app://bundle.evil/index.html',
  'app://bundle@evil/index.html',
  'app://bundle:8080/index.html',
  'app://evil/bundle/index.html',
  'app-bundle://bundle/index.html',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'blob:app://bundle/6f0e',
  'app:',
  'about:blank',
  '',
] as const
