import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { Box } from "../../ui/box.tsx";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { ChatInput } from "./chat-input.ts";
import styles from "./chat.module.css";

function ChatInputView({ node, props, trigger, disabled }: ViewProps<typeof ChatInput>): ReactNode {
  const { placeholder, maxChars } = props;
  const [text, setText] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const isBlank = text.trim() === "";
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || CSS.supports("field-sizing", "content")) return;
    element.style.height = "auto";
    element.style.height = text === "" ? "" : `${element.scrollHeight}px`;
  }, [text]);
  const send = () => {
    if (isBlank || disabled) return;
    trigger(text);
    setText("");
    field.current?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    // Enter that ends the composition of a character is not meant for the message.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  };
  return (
    <Box node={node} className={styles.input}>
      <div className={styles.group} data-disabled={disabled || undefined}>
        <textarea
          ref={field}
          className={styles.field}
          rows={1}
          value={text}
          placeholder={placeholder}
          aria-label={placeholder || t("message")}
          maxLength={maxChars}
          disabled={disabled}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKey}
          data-testid="stChatInputTextArea"
        />
        <button
          type="button"
          className={styles.send}
          aria-label={t("sendMessage")}
          disabled={disabled || isBlank}
          onClick={send}
          data-testid="stChatInputSubmitButton"
        >
          <svg
            width="20"
            height="20"
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.2"
            strokeLinecap="round"
            strokeLinejoin="round"
            aria-hidden="true"
          >
            <path d="M12 19V5M5.500 11.500L12 5l6.500 6.500" />
          </svg>
        </button>
      </div>
      {maxChars !== undefined && text !== "" && (
        <div className={styles.count} data-full={text.length >= maxChars || undefined} data-testid="InputInstructions">
          {text.length}/{maxChars}
        </div>
      )}
    </Box>
  );
}

export const chatInputView = view<typeof ChatInput>("chatInput", ChatInputView);
