// Reads what every command's comment and types say, for the pages of `rivulet docs`: dist/reference.json.
import { mkdirSync, writeFileSync } from "node:fs";
import ts from "typescript";
import { root } from "./install.mjs";

const FLAGS = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
/** Parts of the page: every command that draws is theirs, too, and told of on its own page. */
const PLACES = new Set(["sidebar", "bottom"]);
/** A comment that names its default says so in these words. */
const DEFAULT = /\s*Default:? ((?:`[^`]*`|[^.`]|\.(?=\S))+)\.?$/;

function openProgram() {
  const file = `${root}src/index.ts`;
  const { config } = ts.readConfigFile(`${root}tsconfig.base.json`, ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const program = ts.createProgram([file], { ...options, lib: ["lib.es2023.d.ts", "lib.esnext.disposable.d.ts", "lib.dom.d.ts"], types: ["node"] });
  return { program, checker: program.getTypeChecker(), source: program.getSourceFile(file) };
}

/** The options object, which stands at the end or before the body; each option has its own words. */
const isRest = ({ name }, next) => (name === "options" || name === "rest") && (next === undefined || next.name === "body");
const short = (text) => text.replaceAll(/import\("[^"]*"\)\./g, "").replaceAll(/\s+/g, " ");
const isInternal = (symbol) => symbol.getJsDocTags().some(({ name }) => name === "internal");

/** Where one form of an option only forbids it, the other says its type. */
const known = (before) => (before?.about ? { about: before.about } : {});

/** Reads symbols with one compiler's eyes. */
class Reader {
  constructor(checker, at) {
    this.checker = checker;
    this.at = at;
  }

  text(given) {
    const type = this.plain(given);
    const parts = type.isUnion() ? type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined)) : [];
    // A name says nothing to a reader where the values themselves can stand.
    if (
      parts.some((part) => part.isStringLiteral() || part.isNumberLiteral()) &&
      parts.every((part) => part.flags & (ts.TypeFlags.Literal | ts.TypeFlags.Null | ts.TypeFlags.Number))
    )
      return [...new Set(parts.map((part) => this.checker.typeToString(part)))].join(" | ").replace(/\b(true \| false|false \| true)\b/, "boolean");
    return short(this.checker.typeToString(type, this.at, FLAGS))
      .replace(/ \| undefined$/, "")
      .replace("undefined | ", "")
      .replace(/NoInfer<((?:[^<>]|<[^<>]*>|<[^<>]*<[^<>]*>[^<>]*>)*)>/g, "$1")
      .replace(/^\(((?:\([^()]*\) => \w+))\)$/, "$1");
  }

  /** A parameter of the types stands for whatever it may be: the name of it tells a reader nothing. */
  plain(type) {
    const parts = type.isUnion() ? type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined)) : [type];
    const [only] = parts;
    return (parts.length === 1 && only.flags & ts.TypeFlags.TypeParameter && this.checker.getBaseConstraintOfType(only)) || type;
  }

  words(symbol) {
    return ts.displayPartsToString(symbol.getDocumentationComment(this.checker)).trim();
  }

  tags(symbol, name) {
    const found = symbol.getJsDocTags(this.checker).filter((tag) => tag.name === name);
    return found.map((tag) => ts.displayPartsToString(tag.text).trim());
  }

  /** An option or a property: what it is, and what it is when nothing is said. */
  property(symbol) {
    const said = this.words(symbol);
    const [whole, standard] = DEFAULT.exec(said) ?? [];
    const about = whole === undefined ? said : said.slice(0, -whole.length);
    return {
      name: symbol.name,
      // Where a callback is without arguments of its own, the types only forbid them.
      type: symbol.name === "args" ? "readonly unknown[]" : this.text(this.checker.getTypeOfSymbol(symbol)),
      about,
      ...(standard === undefined ? {} : { standard }),
      ...(symbol.flags & ts.SymbolFlags.Optional ? {} : { required: true }),
    };
  }

  /** The options object among the arguments, in whichever signature has the most to say. */
  options(signatures) {
    const found = new Map();
    for (const signature of signatures) {
      for (const parameter of signature.getParameters()) {
        for (const type of this.objects(this.checker.getTypeOfSymbol(parameter))) {
          for (const one of this.checker.getPropertiesOfType(type)) {
            const isKnown = found.has(one.name) && found.get(one.name).type !== "undefined";
            if (!isKnown && !isInternal(one)) found.set(one.name, { ...this.property(one), ...known(found.get(one.name)) });
          }
        }
      }
    }
    return [...found.values()];
  }

  /** Object types of our own that an argument may be: options, or a rest that may hold them. */
  objects(type) {
    const parts = type.isUnion() ? type.types : [type];
    return parts.flatMap((part) => {
      const behind = part.flags & ts.TypeFlags.Conditional && this.checker.getBaseConstraintOfType(part);
      if (behind) return this.objects(behind);
      if (this.checker.isTupleType(part)) return this.checker.getTypeArguments(part).flatMap((inner) => this.objects(inner));
      if (part.getCallSignatures().length > 0 || !(part.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return [];
      const properties = this.checker.getPropertiesOfType(part);
      const isOptions = properties.length > 0 && properties.every((one) => one.flags & ts.SymbolFlags.Optional);
      return isOptions ? [part] : [];
    });
  }

  params(symbol) {
    return this.tags(symbol, "param").map((line) => {
      const [, name, said] = /^(\w+)\s*(?:-\s*)?(.*)$/s.exec(line) ?? ["", line, ""];
      const [whole, standard] = DEFAULT.exec(said) ?? [];
      return { name, about: whole === undefined ? said : said.slice(0, -whole.length), ...(standard === undefined ? {} : { standard }) };
    });
  }

  signatures(name, signatures) {
    const lines = signatures.map((one) => `${name}${short(this.checker.signatureToString(one, this.at, FLAGS)).replace(/\(this: [^,)]*(, |(?=\)))/, "(")}`);
    return [...new Set(lines)];
  }

  /** A function: all that is said about it. */
  command(symbol, path) {
    const type = this.checker.getTypeOfSymbol(symbol);
    const calls = type.getCallSignatures();
    const documented = this.documented(symbol, type);
    const params = this.params(documented);
    const options = this.options(calls).filter(({ name }) => name !== "toString");
    return {
      name: symbol.name,
      path,
      about: this.words(documented),
      params: options.length > 0 ? params.filter((one, at) => !isRest(one, params[at + 1])) : params,
      options,
      returns: this.tags(documented, "returns")[0] ?? "",
      throws: this.tags(documented, "throws"),
      examples: this.tags(documented, "example"),
      signatures: this.signatures(path, calls),
      members: this.members(type, calls, path),
    };
  }

  /** `elements.slider` is a shorthand for the function: the comment stands there. */
  documented(symbol, type) {
    if (this.words(symbol) !== "") return symbol;
    const [call] = type.getCallSignatures();
    const own = call?.declaration?.name && this.checker.getSymbolAtLocation(call.declaration.name);
    const [declaration] = symbol.declarations ?? [];
    const behind = declaration && ts.isShorthandPropertyAssignment(declaration) && this.checker.getShorthandAssignmentValueSymbol(declaration);
    const origin = behind && behind.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(behind) : behind;
    const candidates = [own, origin, type.aliasSymbol, type.symbol];
    return candidates.find((one) => one && this.words(one) !== "") ?? symbol;
  }

  /** What an object such as `st.sessionState` offers, or what a command returns when that is an object of our own. */
  members(type, calls, path) {
    if (calls.length > 0 || !(type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection))) return [];
    const own = this.checker.getPropertiesOfType(type).filter((one) => !isInternal(one) && !one.name.startsWith("__"));
    return own.map((one) => {
      const inner = this.checker.getTypeOfSymbol(one);
      const signatures = inner.getCallSignatures();
      if (signatures.length === 0) return { ...this.property(one), options: [], signatures: [] };
      return { ...this.property(one), options: this.options(signatures), signatures: this.signatures(`${path}.${one.name}`, signatures) };
    });
  }
}

/** All commands of `st`, by name. */
export function readReference() {
  const { checker, source } = openProgram();
  const st = checker.getExportsOfModule(checker.getSymbolAtLocation(source)).find((one) => one.name === "st");
  const at = st.valueDeclaration;
  const reader = new Reader(checker, at);
  const isPublic = (one) => !one.declarations?.some((node) => ts.getCombinedModifierFlags(node) & ts.ModifierFlags.Private) && !isInternal(one);
  const commands = checker.getPropertiesOfType(checker.getTypeOfSymbol(st)).filter((one) => isPublic(one) && one.name !== "with");
  const read = commands.map((one) => {
    const command = reader.command(one, `st.${one.name}`);
    return PLACES.has(one.name) ? { ...command, members: [] } : command;
  });
  return Object.fromEntries(read.toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((one) => [one.name, one]));
}

export function buildReference() {
  mkdirSync(`${root}dist`, { recursive: true });
  writeFileSync(`${root}dist/reference.json`, `${JSON.stringify({ commands: readReference() }, null, 1)}\n`);
}
