import rivulet from "./presets/eslint.js";

// Only the examples: they must be clean under what their authors get. The rest is checked by oxlint.
export default [{ ignores: ["!examples/**", "src/**", "dist/**", "scripts/**", "e2e/**", "bench/**", "presets/**", "*.js", "*.ts"] }, ...rivulet];
