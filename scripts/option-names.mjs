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

function optionLine(checker, name, type, node) {
  const names = new Set();
  let from = Number.POSITIVE_INFINITY;
  for (const call of type.getCallSignatures()) {
    for (const [index, parameter] of call.parameters.entries()) {
      for (const [at, one] of placesOf(checker, parameter, index, node)) {
        const found = optionsIn(checker, one);
        if (found.length > 0) from = Math.min(from, at);
        for (const option of found) names.add(option);
      }
    }
  }
  return names.size === 0 ? [] : [[name, from, ...[...names].toSorted()].join(" ")];
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
