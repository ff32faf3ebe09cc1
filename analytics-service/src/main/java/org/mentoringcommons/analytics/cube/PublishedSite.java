package org.mentoringcommons.analytics.cube;

import java.util.List;
import java.util.OptionalInt;
import org.mentoringcommons.analytics.disclosure.Figure;

/**
 * What a release says of a scale at one institution that agreed to be named. The figures and their order are the same for
 * every site, whatever is hidden.
 *
 * @param site the institution's alias
 * @param measure the scale
 * @param origin number of the release the figures come from; empty if none is shown, and then for whatever reason
 * @param figures each shown as it may be read, or suppressed
 */
public record PublishedSite(String site, MeasureKey measure, OptionalInt origin, List<Figure> figures) {}
