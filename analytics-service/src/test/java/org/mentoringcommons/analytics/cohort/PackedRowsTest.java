package org.mentoringcommons.analytics.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.analytics.Database;
import org.mentoringcommons.analytics.Facts;
import org.mentoringcommons.analytics.Feed;
import org.mentoringcommons.analytics.instrument.InstrumentReference;
import org.mentoringcommons.tenancy.Tenant;

/** A study reads the same, whether an institution is packed, was changed since, or never was packed. */
@QuarkusTest
class PackedRowsTest {

    private static final String STUDY = "packed-rows";
    private static final List<Tenant> INSTITUTIONS = List.of(
            Facts.institution("packed one"), Facts.institution("packed two"), Facts.institution("packed three"));
    private static final Inclusion INCLUSION = new Inclusion(
            List.of(STUDY),
            60,
            null,
            List.of("mentee"),
            null,
            List.of(new InstrumentReference(STUDY, "1"), new InstrumentReference(STUDY, "2")),
            null,
            null,
            null,
            null);

    @Inject
    Feed feed;

    @Inject
    Research research;

    @Inject
    Packing packing;

    @Inject
    InstrumentsOfAStudy instruments;

    private final Random random = new Random(11);
    /** Institution, workshop and what was answered, of everybody who is to be read. */
    private final List<String> expected = new ArrayList<>();

    @BeforeEach
    void three_institutions_joined() throws SQLException {
        try (Connection owner = Database.asOwner()) {
            owner.createStatement()
                    .execute(
                            """
                            insert into study (key, title, definition, declared_by, declared_at)
                              values ('packed-rows', 't', '{}', 'x', now()) on conflict do nothing;
                            insert into agreement_text values ('packed-rows', 1, 'first', true, 'x', now())
                              on conflict do nothing;
                            delete from agreement where study = 'packed-rows'""");
            for (Tenant institution : INSTITUTIONS) {
                owner.createStatement()
                        .execute("insert into agreement (id, study, institution, text_version, joined_by, joined_at)"
                                + " values (gen_random_uuid(), 'packed-rows', '" + institution.id()
                                + "', 1, 'x', now())");
                feed.erased("workshops", institution, Facts.id("extra" + institution.id()));
                workshops(institution);
            }
        }
    }

    @Test
    void packed_or_not_the_same_people_are_read_with_the_same_workshops() {
        List<String> fromRows = read();
        assertThat(fromRows).hasSizeGreaterThan(80).containsExactlyInAnyOrderElementsOf(expected);

        assertThat(packing.pack(INSTITUTIONS.get(0))).isTrue();
        assertThat(packing.pack(INSTITUTIONS.get(1))).isTrue();
        assertThat(packing.pack(INSTITUTIONS.get(0))).as("packed already").isFalse();

        assertThat(read()).containsExactlyInAnyOrderElementsOf(fromRows);
    }

    @Test
    void what_changed_since_it_was_packed_is_read_from_the_rows() {
        INSTITUTIONS.forEach(packing::pack);
        Tenant changed = INSTITUTIONS.get(1);
        List<String> before = read();

        workshop(changed, "extra", 240, null);
        answer(changed, "extra", "1", "late", true);

        List<String> after = read();
        assertThat(after)
                .as("one workshop and one person more")
                .hasSize(before.size() + 2)
                .containsAll(before);
        assertThat(packing.pack(changed)).isTrue();
        assertThat(read()).containsExactlyInAnyOrderElementsOf(after);
    }

    @Test
    void an_institution_with_more_workshops_than_a_part_holds_is_read_whole() throws SQLException {
        Tenant large = Facts.institution("packed large");
        feed.run(large, () -> {});
        try (Connection owner = Database.asOwner()) {
            owner.createStatement()
                    .execute(
                            """
                            delete from workshop where tenant = '%1$s';
                            insert into workshop select '%1$s', gen_random_uuid(), 'packed-rows', '1', 'online', 'mentee',
                              240, false, '{}', 'delivered', now(), now(), 8, 8 from generate_series(1, 4500);
                            insert into institution_version (tenant, version) values ('%1$s', 1)
                              on conflict (tenant) do update set version = institution_version.version + 1;
                            insert into agreement (id, study, institution, text_version, joined_by, joined_at)
                              values (gen_random_uuid(), 'packed-rows', '%1$s', 1, 'x', now())"""
                                    .formatted(large.id()));
        }
        long before = delivered(large);
        packing.pack(large);

        assertThat(before).isEqualTo(4500).isEqualTo(delivered(large));
        try (Connection owner = Database.asOwner()) {
            assertThat(Database.rows(owner, "select part from packed where tenant = '" + large.id() + "' order by 1"))
                    .containsExactly("0", "1", "2");
        }
    }

    private long delivered(Tenant institution) {
        return research.read(STUDY, rows -> rows.cohort(INCLUSION, Map.of())).delivered().stream()
                .filter(workshop -> workshop.institution().equals(institution.id()))
                .distinct()
                .count();
    }

    private List<String> read() {
        StudyInstruments known = instruments.asAsked(INCLUSION);
        Map<String, ZoneId> zones = Map.of(INSTITUTIONS.get(0).id(), ZoneId.of("Pacific/Kiritimati"));
        return research.read(STUDY, rows -> {
            List<String> people = new ArrayList<>();
            Cohort cohort = rows.cohort(INCLUSION, zones);
            rows.answers(cohort, known, (workshop, answers) -> {
                assertThat(cohort.analysed()).contains(workshop);
                people.add(workshop.institution() + " " + workshop.id() + " " + workshop.modules() + " "
                        + workshop.attended() + " " + workshop.day() + " " + answers.pair("a") + answers.codes("b"));
            });
            cohort.delivered()
                    .forEach(workshop -> people.add(workshop.id() + " " + workshop.responded() + workshop.consented()
                            + workshop.instruments().size() + workshop.mode()));
            return people;
        });
    }

    private void workshops(Tenant institution) {
        workshop(institution, "plain", 240, null);
        workshop(institution, "short", 30, null);
        workshop(institution, "covered", 90, List.of("communication", "Zusammenarbeit für alle"));
        workshop(institution, "covered nothing", 90, List.of());
        workshop(institution, "asked by nobody", 90, null);
        Map<String, Object> planned = new HashMap<>(Facts.workshop("planned" + institution.id(), STUDY, 240));
        planned.put("status", "planned");
        feed.state("workshops", institution, Facts.id("planned" + institution.id()), planned);
        for (int person = 0; person < 40; person++) {
            String workshop =
                    List.of("plain", "short", "covered", "covered nothing").get(person % 4);
            answer(institution, workshop, person % 3 == 0 ? "2" : "1", "person " + person, person % 5 != 0);
        }
        for (String workshop : List.of("plain", "short", "covered", "covered nothing", "asked by nobody")) {
            int people = workshop.startsWith("asked") ? 0 : 10;
            long consented = IntStream.range(0, 40)
                    .filter(person -> person % 5 != 0
                            && List.of("plain", "short", "covered", "covered nothing")
                                    .get(person % 4)
                                    .equals(workshop))
                    .count();
            expected.add(Facts.id(workshop + institution.id()) + " People[count=" + people + "]People[count="
                    + consented + "]" + (people == 0 ? 0 : 2) + "in_person");
        }
    }

    private void workshop(Tenant institution, String name, int minutes, List<String> modules) {
        Map<String, Object> state = Facts.workshop(name + institution.id(), STUDY, minutes);
        if (modules != null) {
            state.put("coverage", Map.of("known", true, "modules", modules));
        }
        feed.state("workshops", institution, Facts.id(name + institution.id()), state);
        for (String version : List.of("1", "2")) {
            if (!name.startsWith("asked")) {
                String wave = name + institution.id() + version;
                feed.state(
                        "waves",
                        institution,
                        Facts.id(wave),
                        Facts.wave(
                                wave,
                                name + institution.id(),
                                Facts.instrument(
                                        STUDY,
                                        version,
                                        List.of(
                                                Facts.thenNow("a"),
                                                Facts.options("b", "multi_choice", List.of("x", "y", "z"))),
                                        List.of())));
            }
        }
    }

    private void answer(Tenant institution, String workshop, String version, String who, boolean consents) {
        int then = 1 + random.nextInt(7);
        int now = 1 + random.nextInt(7);
        feed.state(
                "responses",
                institution,
                Facts.id(who + institution.id()),
                Facts.response(
                        who + institution.id(),
                        workshop + institution.id() + version,
                        consents,
                        Map.of("a", Facts.pair(then, now), "b", List.of("x", "z"))));
        if (consents && !workshop.equals("short")) {
            String modules =
                    switch (workshop) {
                        case "covered" ->
                            java.util.Optional.of(
                                            java.util.Set.copyOf(List.of("communication", "Zusammenarbeit für alle")))
                                    .toString();
                        case "covered nothing" -> "Optional[[]]";
                        default -> "Optional.empty";
                    };
            String day = institution.equals(INSTITUTIONS.get(0)) ? "2026-03-03" : "2026-03-02";
            expected.add(institution.id() + " " + Facts.id(workshop + institution.id()) + " " + modules + " 8 " + day
                    + " Optional[Pair[then=" + then + ", now=" + now + "]][x, z]");
        }
    }
}
