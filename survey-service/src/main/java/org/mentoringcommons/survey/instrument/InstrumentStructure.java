package org.mentoringcommons.survey.instrument;

import java.util.List;

/** An instrument without its wording, as the {@code waves} fact tells it. */
public record InstrumentStructure(String key, String version, List<ItemShape> items, List<ScaleShape> scales) {

    /** A scale without its wording. */
    public record ScaleShape(String key, List<String> items, String missing) {}

    static InstrumentStructure of(Instrument instrument) {
        return new InstrumentStructure(
                instrument.reference().key(),
                instrument.reference().version(),
                instrument.definition().items().stream().map(Item::shape).toList(),
                instrument.definition().scales().stream()
                        .map(scale -> new ScaleShape(scale.key(), scale.items(), scale.missing()))
                        .toList());
    }
}
