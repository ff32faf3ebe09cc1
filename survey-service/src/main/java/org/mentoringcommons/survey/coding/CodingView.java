package org.mentoringcommons.survey.coding;

import java.util.List;
import java.util.UUID;

/** How a text stands after this evaluator's codes, or after consensus. */
public record CodingView(UUID response, String item, State state, CodebookReference codebook, List<String> codes) {}
