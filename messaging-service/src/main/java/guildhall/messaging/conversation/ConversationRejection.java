package guildhall.messaging.conversation;

/** Why something was not done. */
public sealed interface ConversationRejection {
    /** There is none with this id, or none that the caller takes part in. */
    record UnknownConversation() implements ConversationRejection {}

    record ConversationLocked() implements ConversationRejection {}

    /** Somebody else's key, or the key of another conversation, made this message. */
    record MessageOfAnother() implements ConversationRejection {}
}
