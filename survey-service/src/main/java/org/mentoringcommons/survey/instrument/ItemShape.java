package org.mentoringcommons.survey.instrument;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An item without its wording, as the {@code waves} fact tells it.
 *
 * @param points how many points its scale has, from 1; null where it has none
 * @param options the codes to choose from; null where there are none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ItemShape(String key, String kind, Integer points, List<String> options) {}
