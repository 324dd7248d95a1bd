import type { ReactNode } from "react";
import { Box } from "../../ui/box.tsx";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Help } from "./help.ts";
import styles from "./help.module.css";

function HelpView({ node, props }: ViewProps<typeof Help>): ReactNode {
  const { name, type, value, members, more } = props;
  return (
    <Box node={node} className={styles.help}>
      <div className={styles.head}>
        {name !== undefined && <span className={styles.name}>{name}</span>}
        <span className={styles.type}>{type}</span>
        {value !== undefined && <code className={styles.value}>{value}</code>}
      </div>
      {members.length > 0 && (
        <section className={styles.members} aria-label={`${t("members")}: ${name ?? type}`} tabIndex={0}>
          <table>
            <tbody>
              {members.map((member) => (
                <tr key={member.name}>
                  <th scope="row">{member.name}</th>
                  <td className={styles.type}>{member.type}</td>
                  <td className={styles.value}>{member.value}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {more !== undefined && <p className={styles.more}>{t("moreFrames", { count: more })}</p>}
        </section>
      )}
    </Box>
  );
}

export const helpView = view<typeof Help>("help", HelpView);
