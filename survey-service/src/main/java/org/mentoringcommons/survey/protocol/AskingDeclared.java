package org.mentoringcommons.survey.protocol;

/** Raised within the transaction in which it is declared what else is asked under a protocol. */
public record AskingDeclared(Protocol protocol, Occasion occasion) {}
