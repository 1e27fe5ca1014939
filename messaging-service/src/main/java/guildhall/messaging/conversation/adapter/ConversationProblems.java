package guildhall.messaging.conversation.adapter;

import static guildhall.runtime.web.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import guildhall.messaging.conversation.ConversationRejection;
import guildhall.messaging.conversation.ConversationRejection.ConversationLocked;
import guildhall.messaging.conversation.ConversationRejection.KeyReused;
import guildhall.messaging.conversation.ConversationRejection.UnknownConversation;
import org.springframework.http.ProblemDetail;

final class ConversationProblems {
    static ProblemDetail of(ConversationRejection rejection) {
        return switch (rejection) {
            case UnknownConversation _ -> problem(NOT_FOUND, "messaging/unknown-conversation");
            case ConversationLocked _ -> problem(CONFLICT, "messaging/conversation-locked");
            case KeyReused _ -> problem(UNPROCESSABLE_CONTENT, "request/key-reused");
        };
    }

    private ConversationProblems() {}
}
