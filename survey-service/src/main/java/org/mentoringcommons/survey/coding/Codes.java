package org.mentoringcommons.survey.coding;

import java.util.List;

/**
 * The codes given to a text.
 *
 * @param codes of that codebook, in its order, each once: so equal lists are equal sets
 */
record Codes(CodebookReference codebook, List<String> codes) {}
