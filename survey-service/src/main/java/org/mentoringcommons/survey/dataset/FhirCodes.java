package org.mentoringcommons.survey.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mentoringcommons.survey.coding.Code;
import org.mentoringcommons.survey.dataset.FhirItem.Coding;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.Option;

/**
 * Codes of FHIR for what can be answered to an item.
 *
 * @param system whose codes an item's are: an address that no other item, asked otherwise, has
 */
record FhirCodes(Function<Item, String> system) {

    /** Of an item rated on points: all of them. */
    List<Coding> points(Item item) {
        Map<Integer, String> anchors = Points.anchors(item);
        return IntStream.rangeClosed(1, item.shape().points())
                .mapToObj(point ->
                        coding(item, point, String.valueOf(point), anchors.getOrDefault(point, String.valueOf(point))))
                .toList();
    }

    List<Coding> options(Item item, List<Option> options) {
        List<Coding> codings = new ArrayList<>();
        options.forEach(option -> codings.add(coding(item, codings.size() + 1, option.code(), option.label())));
        return codings;
    }

    List<Coding> agreed(Item item, List<Code> codes) {
        List<Coding> codings = new ArrayList<>();
        codes.forEach(code -> codings.add(coding(item, codings.size() + 1, code.code(), code.label())));
        return codings;
    }

    /** A code of FHIR has no two blanks together; one that has is told by its number. */
    private Coding coding(Item item, int number, String code, String display) {
        boolean fits = code.matches("\\S+(\\s\\S+)*");
        return new Coding(system.apply(item), fits ? code : String.valueOf(number), display);
    }
}
