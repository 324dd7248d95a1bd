import tseslint from "typescript-eslint";

/**
 * Lint rules for scripts of Rivulet. Needs `eslint` and `typescript-eslint` in the project:
 *
 *     // eslint.config.js
 *     import rivulet from "rivulet/eslint";
 *     export default rivulet;
 */
export default tseslint.config({
  files: ["**/*.ts", "**/*.tsx", "**/*.mts"],
  extends: [tseslint.configs.recommendedTypeChecked],
  languageOptions: { parserOptions: { projectService: true } },
  rules: {
    // A bare expression is written to the page.
    "no-unused-expressions": "off",
    "@typescript-eslint/no-unused-expressions": "off",
    // A forgotten await is the commonest mistake in an async script.
    "@typescript-eslint/no-floating-promises": "error",
    // Callbacks such as onClick may be async, and commands may be passed along: values.forEach(st.write).
    "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: false }],
    "@typescript-eslint/unbound-method": "off",
    // Entries of st.sessionState that were not declared are any.
    "@typescript-eslint/no-unsafe-assignment": "off",
    "@typescript-eslint/no-unsafe-member-access": "off",
    "@typescript-eslint/no-unsafe-argument": "off",
    "@typescript-eslint/no-unsafe-return": "off",
    "@typescript-eslint/restrict-template-expressions": "off",
    // An assertion inside st.sessionState.init says what an entry may become.
    "@typescript-eslint/no-unnecessary-type-assertion": "off",
  },
});
