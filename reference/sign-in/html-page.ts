/** A small page of the sign-in, in the style of the web client; `content` is HTML. */
export function htmlPage(title: string, content: string): string {
  return `<!doctype html>
<html lang="sv">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Genrep referensmiljö</title>
<style>
  :root { font: 18px/1.5 system-ui, sans-serif; color: #23262a; background: #eef1f4; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
  main { background: #fff; padding: 2rem; width: min(22rem, calc(100vw - 6rem)); border-radius: 8px; box-shadow: 0 1px 6px #0003; }
  h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
  label { display: block; font-weight: 600; margin-top: 1rem; }
  input { font: inherit; width: 100%; box-sizing: border-box; padding: .5rem; border: 1px solid #5d6773; border-radius: 4px; }
  button { font: inherit; font-weight: 600; width: 100%; margin-top: 1.5rem; padding: .65rem; border: 0; border-radius: 4px; background: #00509e; color: #fff; cursor: pointer; }
  button:hover { background: #003f7d; }
  :focus-visible { outline: 3px solid #e07a00; outline-offset: 2px; }
  .problem { background: #fdeceb; border-left: 4px solid #b3261e; padding: .5rem .75rem; }
  .about { margin: 0; color: #4a525b; }
</style>
</head>
<body>
<main>
  <h1>${title}</h1>
  ${content}
</main>
</body>
</html>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it can stand in HTML. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
