package org.mentoringcommons.analytics.figure;

import java.util.List;

/** A horizontal axis: values to pixels, with light lines and numbers below. */
record Axis(double low, double high, double left, double right) {

    double at(double value) {
        return left + (Math.max(low, Math.min(high, value)) - low) / (high - low) * (right - left);
    }

    /** Draws lines from top to bottom and the numbers under them. */
    void draw(Drawing drawing, List<Double> ticks, double top, double bottom) {
        for (double tick : ticks) {
            drawing.line(at(tick), top, at(tick), bottom, "rule")
                    .text(at(tick), bottom + 16, "middle", "muted", Numbers.tick(tick));
        }
        drawing.line(left, bottom, right, bottom, "axis");
    }
}
