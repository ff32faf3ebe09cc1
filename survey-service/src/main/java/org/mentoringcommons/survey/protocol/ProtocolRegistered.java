package org.mentoringcommons.survey.protocol;

/** Raised within the transaction that registers a protocol. */
public record ProtocolRegistered(Protocol protocol) {}
