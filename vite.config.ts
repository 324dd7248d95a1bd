import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  root: path("./src/client"),
  base: "./",
  publicDir: false,
  plugins: [react()],
  resolve: {
    alias: [
      // markdown-it needs four functions of these; the originals carry tables the browser already has.
      { find: /^entities$/, replacement: path("./src/ui/markdown/shims/entities.ts") },
      { find: /^linkify-it$/, replacement: path("./src/ui/markdown/shims/linkify.ts") },
      { find: /^punycode\.js$/, replacement: path("./src/ui/markdown/shims/punycode.ts") },
      { find: /^mdurl$/, replacement: path("./src/ui/markdown/shims/mdurl.ts") },
      { find: /^uc\.micro$/, replacement: path("./src/ui/markdown/shims/uc-micro.ts") },
      { find: "@cache", replacement: path("./.cache") },
    ],
  },
  build: {
    outDir: path("./dist/client"),
    emptyOutDir: true,
    target: "es2022",
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Editors of the grid must come with the grid: keys typed before they load would be lost.
          groups: [
            // What every dynamic import needs must not live in the chunk of one of them.
            { name: "preload", test: /preload-helper/, priority: 3 },
            { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 2 },
            { name: "grid", test: /glide-data-grid/, priority: 1 },
          ],
        },
      },
    },
  },
  server: { fs: { allow: [path("./")] } },
});
