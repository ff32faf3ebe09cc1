package org.mentoringcommons.survey.quote;

import java.util.List;
import java.util.UUID;

/**
 * Released words.
 *
 * @param codes what the text they are from is coded as; none before its coders agree
 */
record QuoteView(UUID id, UUID protocol, String item, String quote, List<String> codes) {}
