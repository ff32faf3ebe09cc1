package org.mentoringcommons.survey.dataset;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringcommons.survey.coding.Code;
import org.mentoringcommons.survey.coding.CodebookReference;
import org.mentoringcommons.survey.instrument.Instruction;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.ItemShape;

/**
 * Everything about rows but the rows.
 *
 * @param name what its files are named after
 * @param institution whose answers they are: its id
 * @param rows how many there are
 * @param waves in a stable order
 * @param codes of consensus that there are, by text item
 * @param codebooks those the codes are of, by text item, in an order that does not change
 */
public record Dataset(
        String name,
        String institution,
        Population population,
        Instant created,
        long rows,
        List<SurveyWave> waves,
        Map<String, List<Code>> codes,
        Map<String, List<CodebookReference>> codebooks) {

    public Dataset {
        waves = List.copyOf(waves);
        codes = Map.copyOf(codes);
        codebooks = Map.copyOf(codebooks);
    }

    /** What the waves asked, each once. */
    List<Form> forms() {
        return waves.stream().map(SurveyWave::form).distinct().toList();
    }

    /** The items that take answers; asked by several forms so that answers mean the same, they are one. */
    List<AskedItem> items() {
        Map<ItemShape, Map<Form, Item>> asking = new LinkedHashMap<>();
        Map<ItemShape, Set<String>> scales = new LinkedHashMap<>();
        for (Form form : forms()) {
            for (Item item : form.items()) {
                if (!(item instanceof Instruction)) {
                    ItemShape shape = item.shape();
                    asking.computeIfAbsent(shape, none -> new LinkedHashMap<>()).put(form, item);
                    scales.computeIfAbsent(shape, none -> new LinkedHashSet<>())
                            .addAll(form.scales().getOrDefault(item.key(), List.of()));
                }
            }
        }
        List<AskedItem> items = new ArrayList<>();
        asking.forEach((shape, forms) -> items.add(AskedItem.of(forms, scales.get(shape))));
        return items;
    }

    List<Code> codes(Item item) {
        return codes.getOrDefault(item.key(), List.of());
    }

    List<CodebookReference> codebooks(Item item) {
        return codebooks.getOrDefault(item.key(), List.of());
    }
}
