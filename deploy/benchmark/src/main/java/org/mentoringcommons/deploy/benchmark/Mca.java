package org.mentoringcommons.deploy.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.mentoringcommons.analytics.instrument.Choice;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.analytics.instrument.Item;
import org.mentoringcommons.analytics.instrument.Likert;
import org.mentoringcommons.analytics.instrument.Missing;
import org.mentoringcommons.analytics.instrument.MultiChoice;
import org.mentoringcommons.analytics.instrument.Scale;
import org.mentoringcommons.analytics.instrument.Structure;
import org.mentoringcommons.analytics.instrument.ThenNow;

/** An instrument of the size of the published evaluation's: 26 pairs in six scales and one over all, and three questions. */
final class Mca {

    static final String KEY = "synthetic-mca";
    static final String VERSION = "1";
    static final InstrumentReference REFERENCE = new InstrumentReference(KEY, VERSION);
    private static final List<String> SCALES =
            List.of("communication", "expectations", "understanding", "independence", "diversity", "development");
    private static final int[] SIZES = {6, 5, 3, 5, 2, 5};
    static final Structure STRUCTURE = structure();

    private Mca() {}

    static List<String> scales() {
        return STRUCTURE.scales().stream().map(Scale::key).toList();
    }

    static String structureJson() {
        try {
            return new ObjectMapper().writeValueAsString(STRUCTURE);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Structure structure() {
        List<Item> items = new ArrayList<>();
        List<Scale> scales = new ArrayList<>();
        List<String> all = new ArrayList<>();
        for (int scale = 0; scale < SIZES.length; scale++) {
            List<String> keys = new ArrayList<>();
            for (int item = 1; item <= SIZES[scale]; item++) {
                String key = SCALES.get(scale) + "_" + item;
                keys.add(key);
                all.add(key);
                items.add(new ThenNow(key, 7));
            }
            scales.add(new Scale(SCALES.get(scale), keys, Missing.COMPLETE));
        }
        scales.add(new Scale("overall", all, Missing.COMPLETE));
        items.add(new Likert("facilitator", 5));
        items.add(new Choice("valuable", List.of("Yes", "No")));
        items.add(new MultiChoice("career", List.of("student", "postdoc", "fellow", "junior", "senior", "other")));
        return new Structure(items, scales);
    }
}
