package org.mentoringcommons.survey.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.ItemWording;
import org.mentoringcommons.survey.instrument.Option;

/** What the numbers of an item stand for. */
final class Points {

    static final Map<Integer, String> YES_OR_NO = new LinkedHashMap<>();

    static {
        YES_OR_NO.put(0, "no");
        YES_OR_NO.put(1, "yes");
    }

    private Points() {}

    /** Of an item rated on points: those that have words. */
    static Map<Integer, String> anchors(Item item) {
        ItemWording words = item.wording();
        int points = item.shape().points();
        Map<Integer, String> anchors = new LinkedHashMap<>();
        anchors.put(1, words.lowAnchor());
        if (words.midAnchor() != null && points % 2 == 1) {
            anchors.put((points + 1) / 2, words.midAnchor());
        }
        anchors.put(points, words.highAnchor());
        return anchors;
    }

    /** Of options: numbers in the order in which they are asked. */
    static Map<Integer, String> labels(List<Option> options) {
        Map<Integer, String> labels = new LinkedHashMap<>();
        options.forEach(option -> labels.put(labels.size() + 1, option.label()));
        return labels;
    }

    static List<String> codes(List<Option> options) {
        return options.stream().map(Option::code).toList();
    }
}
