package guildhall.messaging.conversation;

/** Why something was not done. */
public sealed interface ConversationRejection {
    /** There is none with this id, or none that the caller takes part in. */
    record UnknownConversation() implements ConversationRejection {}

    record ConversationLocked() implements ConversationRejection {}

    /** The same key has already made another message, here or in another conversation. */
    record KeyReused() implements ConversationRejection {}
}
