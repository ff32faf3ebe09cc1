/** Accessible figures drawn as SVG by plain Java: the same data give the same bytes; also as Vega-Lite for portals. */
package org.mentoringcommons.analytics.figure;
