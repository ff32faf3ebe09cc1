package org.mentoringcommons.deploy.acceptance;

import java.util.Set;

/** What a stranger must be answered; decided by what is at stake alone, so a new operation needs no case of its own. */
enum Expectation {
    NOT_AUTHENTICATED("401"),
    FORBIDDEN("403"),
    SEVERAL("403 several-institutions"),
    SUSPENDED("403 institution-suspended"),
    NOT_FOUND("404"),
    /** As what is not found, said beside the line of the file that names it. */
    TOLD_BY_LINE("400"),
    /** Answered, with nothing of the first institution. */
    ONLY_OWN("own only"),
    /** As {@link #ONLY_OWN}, or refused: another hub's administrator, where hubs have nothing to see. */
    ONLY_OWN_OR_FORBIDDEN("own only or 403"),
    /** Not refused, and rightly: it is everybody's, names this role, or touches nothing of the first institution. */
    NOT_REFUSED("");

    private final String words;

    Expectation(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Expectation of(Operation operation, Stake stake, Stranger stranger) {
        boolean letter = stake.kind().equals("letter");
        boolean link = letter || stake.kind().equals("link");
        Set<String> admitted = operation.roles().isEmpty() ? stake.also() : operation.roles();
        boolean named = stranger.roles().stream().anyMatch(admitted::contains);
        boolean namesRoles = !operation.roles().isEmpty();
        return switch (stranger.place()) {
            case NOWHERE -> link && stranger.token() == null ? NOT_REFUSED : NOT_AUTHENTICATED;
            case SUSPENDED -> SUSPENDED;
            case BOTH -> link ? NOT_REFUSED : namesRoles ? (named ? SEVERAL : FORBIDDEN) : NOT_FOUND;
            case HERE -> link ? NOT_REFUSED : named ? here(stake, stranger, operation) : lacking(namesRoles);
            case ELSEWHERE ->
                link ? (letter ? NOT_REFUSED : NOT_FOUND) : named ? elsewhere(stake, operation) : lacking(namesRoles);
        };
    }

    private static Expectation lacking(boolean namesRoles) {
        return namesRoles ? FORBIDDEN : NOT_FOUND;
    }

    /**
     * The administrator of another hub is the one who holds a role here and yet does not belong; nor does anybody to what
     * is a person's own.
     */
    private static Expectation here(Stake stake, Stranger stranger, Operation operation) {
        if (stake.kind().equals("person")) {
            return NOT_FOUND;
        }
        if (!stranger.roles().contains("hub-admin")) {
            return NOT_REFUSED;
        }
        return switch (stake.kind()) {
            case "registry" -> NOT_FOUND;
            case "reach" -> operation.reads() ? ONLY_OWN : NOT_REFUSED;
            case "own" -> operation.reads() ? ONLY_OWN_OR_FORBIDDEN : NOT_REFUSED;
            case "file" -> TOLD_BY_LINE;
            default -> NOT_REFUSED;
        };
    }

    private static Expectation elsewhere(Stake stake, Operation operation) {
        return switch (stake.kind()) {
            case "tenant", "person", "registry" -> NOT_FOUND;
            case "own", "reach" -> operation.reads() ? ONLY_OWN : NOT_REFUSED;
            case "shared", "study", "platform" -> NOT_REFUSED;
            default -> throw new IllegalArgumentException("nothing is known of the kind " + stake.kind());
        };
    }
}
