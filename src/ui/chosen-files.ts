/** A file somebody chose, and what it is called: with its path, when it came out of a folder. */
export interface ChosenFile {
  file: File;
  name: string;
}

/** Files of an input, or of what was pasted. */
export function chosenFrom(files: Iterable<File> | null | undefined): ChosenFile[] {
  return [...(files ?? [])].map((file) => ({ file, name: file.webkitRelativePath || file.name }));
}

/** Files that were dropped; with `folders` also all those inside of folders. */
export async function droppedFrom(data: DataTransfer, folders: boolean): Promise<ChosenFile[]> {
  const entries = [...data.items].flatMap((item) => (item.kind === "file" ? [item.webkitGetAsEntry()] : []));
  // Only a real drop has entries.
  if (entries.every((entry) => entry === null)) return chosenFrom(data.files);
  const plain = chosenFrom(data.files).filter((_, at) => entries[at]?.isFile !== false);
  if (!folders) return plain;
  const inside = await Promise.all(entries.filter((entry) => entry?.isDirectory).map((entry) => filesUnder(entry as FileSystemEntry)));
  return [...plain, ...inside.flat()];
}

async function filesUnder(entry: FileSystemEntry): Promise<ChosenFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ file, name: entry.fullPath.replace(/^\//, "") }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const found: ChosenFile[] = [];
  // A reader gives its entries in portions, the last one empty.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return found;
    for (const one of portion) found.push(...(await filesUnder(one)));
  }
}
