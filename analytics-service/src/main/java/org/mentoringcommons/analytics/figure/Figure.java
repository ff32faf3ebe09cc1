package org.mentoringcommons.analytics.figure;

import java.util.Map;

/** A figure of a report, with its data as a table for people who do not see it. */
public sealed interface Figure
        permits Boxplots, DivergingBars, Histogram, CoverageMatrix, SiteBars, ForestPlot, FunnelPlot, ItemBars {

    /** {@return its name in addresses: lower-case letters, digits and hyphens} */
    String name();

    /** {@return what it shows, in a few words} */
    String title();

    /** {@return what it shows, in sentences, for people who do not see it} */
    String description();

    /** {@return its data} */
    DataTable table();

    /** {@return the drawing, a whole SVG document element; the same data give the same text} */
    String svg();

    /** {@return the figure as a Vega-Lite 5 specification with its data inline, ready to be written as JSON} */
    Map<String, Object> vegaLite();
}
