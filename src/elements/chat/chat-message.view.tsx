import type { ReactNode } from "react";
import { Icon } from "../../ui/icon.tsx";
import { classes } from "../../ui/key-class.ts";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Avatar, ChatMessage } from "./chat-message.ts";
import styles from "./chat.module.css";

function ChatMessageView({ node, props, children }: ViewProps<typeof ChatMessage>): ReactNode {
  const { name, avatar } = props;
  const { attributes } = node;
  const isUser = /^(?:user|human)$/i.test(name);
  return (
    <div
      {...attributes}
      className={classes(attributes.className, styles.message)}
      data-user={isUser || undefined}
      role="group"
      aria-label={t("chatMessageFrom", { name })}
    >
      <Picture avatar={avatar} />
      <div className={classes("rv-block stVerticalBlock", styles.content)} data-testid="stChatMessageContent" data-direction="vertical">
        {children}
      </div>
    </div>
  );
}

function Picture({ avatar }: { avatar: Avatar }): ReactNode {
  if ("face" in avatar) {
    const hook = avatar.face === "user" ? "stChatMessageAvatarUser" : "stChatMessageAvatarAssistant";
    return (
      <div className={styles.avatar} data-face={avatar.face} data-testid={hook} aria-hidden="true">
        <Face who={avatar.face} />
      </div>
    );
  }
  return (
    <div className={styles.avatar} data-testid="stChatMessageAvatarCustom" aria-hidden="true">
      {"image" in avatar ? <img src={avatar.image} alt="" /> : "icon" in avatar ? <Icon icon={avatar.icon} /> : avatar.letter}
    </div>
  );
}

/** Drawn here, so that a chat needs no icon font for its first paint. */
function Face({ who }: { who: "user" | "assistant" }): ReactNode {
  return (
    <svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
      {who === "user" ? (
        <path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9 10v.5M15 10v.5M8.500 14.500a4.200 4.200 0 0 0 7 0" />
      ) : (
        <path d="M12 3v3M6 7h12a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V9a2 2 0 0 1 2-2zM9 12v.5M15 12v.5M9.500 16h5M2 12v3M22 12v3" />
      )}
    </svg>
  );
}

export const chatMessageView = view<typeof ChatMessage>("chatMessage", ChatMessageView);
