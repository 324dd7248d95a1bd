import { memo, type ReactNode, useState } from "react";
import { Glyph } from "../../ui/glyphs.tsx";
import { CopyButton } from "../../ui/markdown/code-block.tsx";
import { t } from "../../ui/messages.ts";
import styles from "./json.module.css";

/** Entries drawn at once; the rest comes when it is asked for. */
const CHUNK = 100;

type Tree = unknown[] | Record<string, unknown>;

/** A value whose lists and objects open and close; `depth` says how many levels start open. */
export function JsonTree({ value, depth }: { value: unknown; depth: number }): ReactNode {
  return isTree(value) ? <Branch value={value} depth={depth} /> : <Leaf value={value} />;
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}

function Name({ name }: { name: string | undefined }): ReactNode {
  if (name === undefined) return null;
  return (
    <>
      <span className={styles.name}>{name}</span>
      <span className={styles.mark}>: </span>
    </>
  );
}

function Leaf({ name, value }: { name?: string | undefined; value: unknown }): ReactNode {
  const type = value === null ? "null" : typeof value;
  return (
    <span className={styles.leaf}>
      <Name name={name} />
      <span className={styles.value} data-type={type}>
        {JSON.stringify(value)}
      </span>
    </span>
  );
}

const Branch = memo(function Branch({ name, value, depth }: { name?: string | undefined; value: Tree; depth: number }): ReactNode {
  const [open, setOpen] = useState(depth > 0);
  const isList = Array.isArray(value);
  const count = isList ? value.length : Object.keys(value).length;
  const [start, end] = isList ? ["[", "]"] : ["{", "}"];
  return (
    <span className={styles.branch}>
      <span className={styles.head}>
        {count > 0 ? (
          <button type="button" className={styles.toggle} aria-expanded={open} onClick={() => setOpen(!open)}>
            <Glyph name="down" size={0.875} className={styles.chevron} />
            <Name name={name} />
            <span className={styles.mark}>{open ? start : `${start} … ${end}`}</span>
            {!open && <span className={styles.count}>{count}</span>}
          </button>
        ) : (
          <span className={styles.leaf}>
            <Name name={name} />
            <span className={styles.mark}>{`${start}${end}`}</span>
          </span>
        )}
        {count > 0 && <Copy value={value} />}
      </span>
      {open && count > 0 && (
        <>
          <Entries value={value} depth={depth - 1} />
          <span className={styles.mark}>{end}</span>
        </>
      )}
    </span>
  );
});

function Entries({ value, depth }: { value: Tree; depth: number }): ReactNode {
  const [most, setMost] = useState(CHUNK);
  const isList = Array.isArray(value);
  const entries = Object.entries(value);
  return (
    <ul className={styles.entries}>
      {entries.slice(0, most).map(([key, item]) => {
        const name = isList ? key : JSON.stringify(key);
        return <li key={key}>{isTree(item) ? <Branch name={name} value={item} depth={depth} /> : <Leaf name={name} value={item} />}</li>;
      })}
      {entries.length > most && (
        <li>
          <button type="button" className={styles.more} onClick={() => setMost(most + CHUNK * 5)}>
            {t("viewMore", { count: entries.length - most })}
          </button>
        </li>
      )}
    </ul>
  );
}

/** The text is made when somebody is about to copy it: big trees would make it for every branch. */
function Copy({ value }: { value: Tree }): ReactNode {
  const [wanted, setWanted] = useState(false);
  const text = wanted ? JSON.stringify(value, null, 2) : "";
  return (
    <span className={styles.copy} onPointerEnter={() => setWanted(true)} onFocus={() => setWanted(true)}>
      <CopyButton text={text} className={styles.copyButton} />
    </span>
  );
}
