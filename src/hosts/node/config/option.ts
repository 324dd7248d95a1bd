export type ConfigValue = boolean | number | string | readonly unknown[] | null;

export type OptionType = "boolean" | "integer" | "number" | "string" | "list" | "tables" | "text or list" | "number or list";

/** One setting: what it is called, what it takes and what it does. */
export interface ConfigOption {
  /** Section and name as in `config.toml`, for example `server.port`. */
  name: string;
  type: OptionType;
  /** `null` when nothing is set and the behaviour follows from elsewhere. */
  default: ConfigValue;
  about: string;
  choices?: readonly string[];
  /** A wrong choice is only worth a warning: the default is used. */
  lenient?: boolean;
  /** Beside its choices it takes the path of a TOML file. */
  orFile?: boolean;
  /** A script may set it while it runs. */
  scriptable?: boolean;
  /** Not taken from the command line, where other users of the machine could read it. */
  sensitive?: boolean;
  /** Takes effect in open pages when the file is saved. */
  live?: boolean;
}
