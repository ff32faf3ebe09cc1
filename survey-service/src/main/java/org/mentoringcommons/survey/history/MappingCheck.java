package org.mentoringcommons.survey.history;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.mentoringcommons.survey.instrument.Bipolar;
import org.mentoringcommons.survey.instrument.Choice;
import org.mentoringcommons.survey.instrument.ConstantSum;
import org.mentoringcommons.survey.instrument.Day;
import org.mentoringcommons.survey.instrument.Definition;
import org.mentoringcommons.survey.instrument.Instruction;
import org.mentoringcommons.survey.instrument.Item;
import org.mentoringcommons.survey.instrument.ItemKinds;
import org.mentoringcommons.survey.instrument.Likert;
import org.mentoringcommons.survey.instrument.MultiChoice;
import org.mentoringcommons.survey.instrument.Option;
import org.mentoringcommons.survey.instrument.Quantity;
import org.mentoringcommons.survey.instrument.Ranking;
import org.mentoringcommons.survey.instrument.Text;
import org.mentoringcommons.survey.instrument.ThenNow;
import org.mentoringcommons.survey.instrument.Violations;

/** Whether a mapping fits what was asked, before there is a file. */
final class MappingCheck {

    private final Definition asked;
    private final Violations wrong;

    private MappingCheck(Definition asked, Violations wrong) {
        this.asked = asked;
        this.wrong = wrong;
    }

    /** Tells all that does not fit. */
    static void tell(Mapping mapping, Definition asked, Violations wrong) {
        new MappingCheck(asked, wrong).check(mapping);
    }

    private void check(Mapping mapping) {
        if ((mapping.workshop().column() == null) == (mapping.workshop().key() == null)) {
            wrong.of("workshop").add("says either column or key");
        }
        if (mapping.numbering() != null && mapping.record() == null) {
            wrong.of("numbering").add("means nothing without record");
        }
        consent(mapping.consent(), wrong.of("consent"));
        Set<String> keys = new HashSet<>();
        for (int index = 0; index < mapping.items().size(); index++) {
            MappedItem mapped = mapping.items().get(index);
            Violations here = wrong.of("items", index);
            if (!keys.add(mapped.item())) {
                here.of("item").add("is mapped twice");
            }
            asked.item(mapped.item()).ifPresentOrElse(item -> kind(item, mapped, here), () -> here.of("item")
                    .add("is not an item of the instrument"));
        }
        workshops(mapping.workshops());
    }

    private static void kind(Item item, MappedItem mapped, Violations here) {
        if (mapped.format() != null && !(item instanceof Day)) {
            here.of("format").add("means nothing for an item that is no day");
        }
        item.match(new OfKind(mapped, here));
    }

    private static void consent(Mapping.ConsentStated consent, Violations here) {
        if (consent.research() != null && consent.column() != null) {
            here.add("says either research, of all lines, or column, or nothing");
        } else if (consent.column() == null
                && !(consent.yes().isEmpty() && consent.no().isEmpty())) {
            here.of("column").add("is missing: where does a line say yes or no?");
        } else if (consent.column() != null && consent.yes().isEmpty()) {
            here.of("yes").add("is missing: what does a cell say if somebody agreed?");
        }
        consent.yes().stream().filter(consent.no()::contains).findFirst().ifPresent(both -> here.of("no")
                .add("has what yes has"));
    }

    private void workshops(List<DeclaredWorkshop> workshops) {
        Set<String> references = new HashSet<>();
        for (int index = 0; index < workshops.size(); index++) {
            DeclaredWorkshop workshop = workshops.get(index);
            Violations here = wrong.of("workshops", index);
            if (!references.add(workshop.reference())) {
                here.of("reference").add("is declared twice");
            }
            if (workshop.attended() > workshop.enrolled()) {
                here.of("attended").add("is more than enrolled");
            }
            if (workshop.timeZone() != null && !ZoneId.getAvailableZoneIds().contains(workshop.timeZone())) {
                here.of("timeZone").add("is no IANA time zone");
            }
        }
    }

    /** What the mapping of an item of each kind has to say, and what it may not. */
    private record OfKind(MappedItem mapped, Violations here) implements ItemKinds<Void> {

        @Override
        public Void thenNow(ThenNow item) {
            none("column", mapped.column());
            if (mapped.then() == null && mapped.now() == null) {
                here.add("says neither then nor now");
            }
            return points(item.points(), false);
        }

        @Override
        public Void likert(Likert item) {
            one();
            return points(item.points(), true);
        }

        @Override
        public Void bipolar(Bipolar item) {
            one();
            return points(item.points(), true);
        }

        @Override
        public Void choice(Choice item) {
            one();
            noPair();
            none("divider", mapped.divider());
            return codes(item.options());
        }

        @Override
        public Void multiChoice(MultiChoice item) {
            noPair();
            if ((mapped.column() == null) == mapped.columns().isEmpty()) {
                here.add("says either column or columns");
            }
            return codes(item.options());
        }

        @Override
        public Void quantity(Quantity item) {
            one();
            return plain();
        }

        @Override
        public Void day(Day item) {
            one();
            try {
                Days.of(mapped.format());
            } catch (IllegalArgumentException | DateTimeException malformed) {
                here.of("format").add("is no way to write days, such as MM/dd/yyyy");
            }
            return plain();
        }

        @Override
        public Void text(Text item) {
            one();
            return plain();
        }

        @Override
        public Void constantSum(ConstantSum item) {
            return parts(item.options());
        }

        @Override
        public Void ranking(Ranking item) {
            return parts(item.options());
        }

        @Override
        public Void instruction(Instruction item) {
            here.of("item").add("asks nothing");
            return null;
        }

        private void one() {
            if (mapped.column() == null) {
                here.of("column").add("is missing");
            }
        }

        private void none(String field, Object said) {
            if (said != null) {
                here.of(field).add("means nothing for an item of this kind");
            }
        }

        private void noPair() {
            none("then", mapped.then());
            none("now", mapped.now());
        }

        private Void plain() {
            noPair();
            none("columns", mapped.columns().isEmpty() ? null : mapped.columns());
            none("other", mapped.other());
            return null;
        }

        private Void parts(List<Option> options) {
            noPair();
            none("column", mapped.column());
            if (mapped.columns().isEmpty()) {
                here.of("columns").add("is missing");
            }
            return codes(options);
        }

        private Void points(int most, boolean alone) {
            if (alone) {
                noPair();
            }
            Set<String> points = Set.copyOf(
                    IntStream.rangeClosed(1, most).mapToObj(String::valueOf).toList());
            known(mapped.options(), points, "is not a point of 1–" + most);
            return null;
        }

        private Void codes(List<Option> options) {
            Set<String> codes = new HashSet<>();
            options.forEach(option -> codes.add(option.code()));
            known(mapped.options(), codes, "is not one of the option codes");
            mapped.columns().keySet().stream()
                    .filter(code -> !codes.contains(code))
                    .forEach(code -> here.of("columns").of(code).add("is not one of the option codes"));
            return null;
        }

        private void known(Map<String, String> options, Set<String> known, String message) {
            options.forEach((cell, meant) -> {
                if (!known.contains(meant)) {
                    here.of("options").of(cell).add(message);
                }
            });
        }
    }
}
