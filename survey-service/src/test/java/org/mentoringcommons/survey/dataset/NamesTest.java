package org.mentoringcommons.survey.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.spss.Variable;

class NamesTest {

    @Test
    void what_spss_does_not_take_is_made_a_name_and_the_first_to_want_one_gets_it() {
        List<String> wanted = List.of(
                "valuable",
                "Valuable",
                "valuable_2",
                "with",
                "own_item-1",
                "größe",
                "1st",
                "_x",
                "其他",
                "a".repeat(70),
                "A".repeat(66));

        assertThat(made(Names.ofSpss(), wanted))
                .containsExactly(
                        "valuable",
                        "Valuable_2",
                        "valuable_2_2",
                        "v_with",
                        "own_item_1",
                        "gro_e",
                        "v_1st",
                        "v__x",
                        "v___",
                        "a".repeat(64),
                        "A".repeat(62) + "_2")
                .allMatch(Variable::isName);
    }

    @Test
    void redcap_takes_small_letters_and_single_underscores() {
        List<String> wanted = List.of("Valuable", "valuable", "race___Asian", "_x_", "2nd", "与", "a".repeat(120));

        assertThat(made(Names.ofRedcap(), wanted))
                .containsExactly("valuable", "valuable_2", "race_asian", "x", "v_2nd", "v", "a".repeat(100))
                .allMatch(name -> name.matches("[a-z](?:[a-z0-9]|_(?=[a-z0-9]))*"));
    }

    @Test
    void an_option_that_cannot_be_seen_in_a_name_is_its_number() {
        assertThat(Names.option("Assistant Professor", 2)).isEqualTo("Assistant_Professor");
        assertThat(Names.option("其他", 3)).isEqualTo("3");
    }

    private static List<String> made(Names names, List<String> wanted) {
        return Stream.of(wanted).flatMap(List::stream).map(names::next).toList();
    }
}
