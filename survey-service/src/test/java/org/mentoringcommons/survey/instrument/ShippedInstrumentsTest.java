package org.mentoringcommons.survey.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.survey.Api;
import org.mentoringcommons.survey.Database;
import org.mentoringcommons.survey.page.Wording;
import org.mentoringcommons.tenancy.contract.Token;

@QuarkusTest
class ShippedInstrumentsTest {

    @Inject
    ShippedInstruments shipped;

    @Inject
    Validator validator;

    @Test
    void each_would_be_accepted_from_an_operator() {
        assertThat(shipped.all()).hasSize(9).allSatisfy(instrument -> {
            assertThat(validator.validate(instrument)).as(instrument.key()).isEmpty();
            assertThat(instrument.definition().violations().all())
                    .as(instrument.key())
                    .isEmpty();
        });
    }

    /** {@link #each_would_be_accepted_from_an_operator()} holds that a translation leaves nothing out. */
    @Test
    void each_is_there_in_every_language_of_the_pages_in_words_of_its_own() {
        assertThat(shipped.all()).allSatisfy(instrument -> {
            Definition definition = instrument.definition();
            assertThat(definition.languages()).as(instrument.key()).containsExactlyElementsOf(Wording.LANGUAGES);
            assertThat(definition.in("es").items())
                    .as(instrument.key())
                    .extracting(Item::label)
                    .doesNotHaveDuplicates()
                    .doesNotContainAnyElementsOf(
                            definition.items().stream().map(Item::label).toList());
        });
    }

    @Test
    void they_are_there_for_everybody_once_however_many_instances_start() {
        shipped.publish(shipped.all());
        shipped.publish(shipped.all());

        Api.portal(Token.HILLTOP)
                .get("/instruments/facilitator-survey/1")
                .then()
                .statusCode(200)
                .body("items", hasSize(16))
                .body("scales[0].minimum", equalTo(2));
        assertThat(Database.count("instrument where key = 'facilitator-survey'"))
                .isEqualTo(1);
    }

    @Test
    void a_translation_made_later_reaches_what_is_there_and_nothing_else_does() {
        NewInstrument translated =
                named("later-" + UUID.randomUUID(), shipped.all().get(0));
        NewInstrument first = with(translated.items(), List.of(), translated);
        NewInstrument altered = with(translated.items().subList(1, 3), translated.translations(), translated);
        shipped.publish(List.of(first));

        shipped.publish(List.of(altered));
        assertThat(stored(first)).as("other items").isEqualTo(first.definition());
        List<CompletableFuture<Void>> starts = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> shipped.publish(List.of(translated))))
                .limit(3)
                .toList();
        starts.forEach(CompletableFuture::join);
        assertThat(stored(first)).isEqualTo(translated.definition());

        shipped.publish(List.of(first));
        shipped.publish(List.of(altered));
        assertThat(stored(first)).as("it is frozen again").isEqualTo(translated.definition());
        Api.portal(Token.HILLTOP)
                .get("/instruments/" + first.key() + "/" + first.version())
                .then()
                .statusCode(200)
                .body("translations.language", contains("es"));
    }

    @Test
    void the_database_lets_nobody_change_what_was_asked() {
        NewInstrument translated =
                named("kept-" + UUID.randomUUID(), shipped.all().get(0));
        shipped.publish(List.of(with(translated.items(), List.of(), translated)));

        for (String change : List.of(
                "title = 'Another'",
                "definition = jsonb_set(definition::jsonb, '{items}', '[]')::text",
                "definition = (definition::jsonb || '{\"items\": [], \"translations\": [{}]}')::text")) {
            assertThatThrownBy(() ->
                            Database.update("update instrument set " + change + " where key = ?", translated.key()))
                    .as(change)
                    .hasMessageContaining("frozen");
        }
    }

    private static Definition stored(NewInstrument instrument) {
        String json = (String) Database.select("select definition from instrument where key = ?", instrument.key())
                .get(0)
                .get(0);
        return new DefinitionInJson().convertToEntityAttribute(json);
    }

    private static NewInstrument named(String key, NewInstrument like) {
        return new NewInstrument(
                key,
                like.version(),
                like.title(),
                like.population(),
                like.validationStatus(),
                like.licence(),
                like.language(),
                like.items(),
                like.scales(),
                like.translations());
    }

    private static NewInstrument with(List<Item> items, List<Wordings> translations, NewInstrument like) {
        return new NewInstrument(
                like.key(),
                like.version(),
                like.title(),
                like.population(),
                like.validationStatus(),
                like.licence(),
                like.language(),
                items,
                like.scales(),
                translations);
    }

    @Test
    void the_competency_instruments_have_the_published_structure() {
        Map<String, List<Integer>> sizes = shipped.all().stream()
                .filter(instrument -> instrument.key().endsWith("-competency"))
                .collect(Collectors.toMap(
                        instrument -> instrument.key() + " " + instrument.version(),
                        instrument -> instrument.scales().stream()
                                .map(scale -> scale.items().size())
                                .toList()));

        assertThat(sizes)
                .isEqualTo(Map.of(
                        "mentorship-competency 26", List.of(6, 5, 3, 5, 2, 5),
                        "mentorship-competency 21", List.of(4, 4, 3, 3, 3, 4),
                        "mentee-competency 26", List.of(6, 5, 3, 5, 2, 5)));
    }
}
