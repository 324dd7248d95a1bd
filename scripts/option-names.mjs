// Finds in the types of the commands what their options are called.
import ts from "typescript";

/** The members of a type that has the form of options: plain, with at least one that may be left out. */
function optionsIn(checker, type) {
  if (type.isUnion()) return type.types.flatMap((part) => optionsIn(checker, part));
  if (!type.isIntersection() && !(type.flags & ts.TypeFlags.Object)) return [];
  if (checker.isArrayType(type) || checker.isTupleType(type)) return [];
  if (type.getCallSignatures().length + type.getConstructSignatures().length + checker.getIndexInfosOfType(type).length > 0) return [];
  const members = checker.getPropertiesOfType(type);
  const isForeign = members.some((one) => one.declarations?.[0]?.getSourceFile().fileName.includes("node_modules"));
  return isForeign || !members.some((one) => one.flags & ts.SymbolFlags.Optional) ? [] : members.map((one) => one.name);
}

/** Types a parameter may have, with the place of each: those of a rest parameter stand one after the other. */
function placesOf(checker, parameter, at, node) {
  const declared = checker.getTypeOfSymbolAtLocation(parameter, node);
  // What depends on a type parameter counts as all that it may become.
  const type = declared.flags & ts.TypeFlags.Conditional ? (checker.getBaseConstraintOfType(declared) ?? declared) : declared;
  if (!parameter.declarations?.[0]?.dotDotDotToken) return [[at, type]];
  const lists = (type.isUnion() ? type.types : [type]).filter((one) => checker.isTupleType(one));
  return lists.flatMap((list) => checker.getTypeArguments(list).map((one, offset) => [at + offset, one]));
}

/** Whether values that are neither options nor functions may stand there, and whether functions may. */
function takes(checker, type) {
  if (type.isUnion()) {
    const parts = type.types.map((part) => takes(checker, part));
    return { values: parts.some(({ values }) => values), functions: parts.some(({ functions }) => functions) };
  }
  if (type.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void)) return { values: false, functions: false };
  if (type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter | ts.TypeFlags.Conditional)) return { values: true, functions: true };
  if (type.getCallSignatures().length > 0) return { values: false, functions: true };
  return { values: optionsIn(checker, type).length === 0, functions: false };
}

/** How many places there are before those where only options may stand. Commands that sort their arguments themselves have no such place. */
function optionLine(checker, name, type, node) {
  const names = new Set();
  let from = Number.POSITIVE_INFINITY;
  let values = 0;
  let functions = 0;
  for (const call of type.getCallSignatures()) {
    for (const [index, parameter] of call.parameters.entries()) {
      if (parameter.declarations?.[0]?.dotDotDotToken) values = functions = Number.POSITIVE_INFINITY;
      for (const [at, one] of placesOf(checker, parameter, index, node)) {
        const found = optionsIn(checker, one);
        if (found.length > 0) from = Math.min(from, at);
        for (const option of found) names.add(option);
        const may = takes(checker, one);
        if (may.values) values = Math.max(values, at + 1);
        if (may.functions) functions = Math.max(functions, at + 1);
      }
    }
  }
  return names.size === 0 ? [] : [[name, from, values, functions, ...[...names].toSorted()].join(" ")];
}

/** One line for each command with options, and for those of the groups among them. */
export function optionLines(checker, type, node, prefix = "") {
  return checker
    .getPropertiesOfType(type)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((one) => {
      const own = checker.getTypeOfSymbolAtLocation(one, node);
      if (prefix === "" && one.name === "columnConfig") return optionLines(checker, own, node, "columnConfig.");
      return optionLine(checker, prefix + one.name, own, node);
    });
}
