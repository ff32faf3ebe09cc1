package org.mentoringcommons.curriculum.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mentoringcommons.curriculum.catalog.Audience;
import org.mentoringcommons.curriculum.catalog.CurriculumModule;
import org.mentoringcommons.curriculum.catalog.TaughtVersion;

class PackingTest {

    @Test
    void everything_required_comes_first_and_then_as_much_of_the_rest_as_fits_in_the_order_taught() {
        Proposal proposal = proposed(
                List.of(240),
                required("a", 90),
                optional("b", 60),
                optional("c", 120),
                required("d", 60),
                optional("e", 30));

        assertThat(keys(proposal.sessions().get(0))).containsExactly("a", "b", "d", "e");
        assertThat(proposal.sessions().get(0).spare()).isZero();
        assertThat(proposal.leftOut()).containsExactly("c");
        assertThat(proposal.warnings()).isEmpty();
    }

    @Test
    void a_module_stays_whole_and_begins_in_the_session_that_has_room_for_it() {
        Proposal proposal = proposed(List.of(120, 120), required("a", 90), required("b", 60), required("c", 60));

        assertThat(keys(proposal.sessions().get(0))).containsExactly("a");
        assertThat(proposal.sessions().get(0).spare()).isEqualTo(30);
        assertThat(keys(proposal.sessions().get(1))).containsExactly("b", "c");
    }

    @Test
    void a_module_goes_on_in_the_next_session_if_otherwise_something_required_would_not_fit() {
        Proposal proposal = proposed(List.of(120, 120), required("a", 90), required("b", 60), required("c", 90));

        assertThat(proposal.leftOut()).isEmpty();
        assertThat(proposal.sessions().get(0).modules())
                .extracting(Proposal.Item::key, Proposal.Item::minutes, Proposal.Item::continued)
                .containsExactly(tuple("a", 90, false), tuple("b", 30, false));
        assertThat(proposal.sessions().get(1).modules())
                .extracting(Proposal.Item::key, Proposal.Item::minutes, Proposal.Item::continued)
                .containsExactly(tuple("b", 30, true), tuple("c", 90, false));
    }

    @Test
    void too_little_time_is_warned_of_and_so_is_everything_required_that_does_not_fit() {
        Proposal proposal = proposed(List.of(120), required("a", 90), required("b", 60));

        assertThat(proposal.leftOut()).containsExactly("b");
        assertThat(proposal.warnings())
                .extracting(Warning::kind, Warning::module)
                .containsExactly(
                        tuple(Warning.Kind.BELOW_FOUR_HOURS, null), tuple(Warning.Kind.REQUIRED_MODULE_MISSING, "b"));
    }

    @Test
    void what_is_written_for_others_is_neither_proposed_nor_missed() {
        CurriculumModule forMentors = new CurriculumModule("m", "M", 30, true, null, List.of("mentor"));

        Proposal proposal = proposed(List.of(240), forMentors, required("a", 90));

        assertThat(keys(proposal.sessions().get(0))).containsExactly("a");
        assertThat(proposal.leftOut()).isEmpty();
        assertThat(proposal.warnings()).isEmpty();
    }

    @Test
    void a_plan_is_compared_with_its_version() {
        TaughtVersion version = version(
                new CurriculumModule("m", "M", 30, false, null, List.of("mentor")),
                required("a", 90),
                required("b", 60));

        List<Warning> warnings = PlanCheck.warnings(
                version,
                Audience.COMBINED,
                List.of(new PlanCheck.Meeting(1, 100, List.of("a", "m")), new PlanCheck.Meeting(2, 200, List.of())));

        assertThat(warnings)
                .extracting(Warning::kind, Warning::module, Warning::session)
                .containsExactly(
                        tuple(Warning.Kind.AUDIENCE_MISMATCH, null, null),
                        tuple(Warning.Kind.MODULE_FOR_OTHERS, "m", null),
                        tuple(Warning.Kind.REQUIRED_MODULE_MISSING, "b", null),
                        tuple(Warning.Kind.BEYOND_THE_TIME, null, 1));
    }

    @Test
    void nothing_is_said_of_modules_while_none_are_planned() {
        assertThat(PlanCheck.warnings(
                        version(required("a", 90)), Audience.MENTEE, List.of(new PlanCheck.Meeting(1, 240, List.of()))))
                .isEmpty();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static Proposal proposed(List<Integer> minutes, CurriculumModule... modules) {
        return Proposal.of(version(modules), Audience.MENTEE, minutes);
    }

    private static TaughtVersion version(CurriculumModule... modules) {
        return new TaughtVersion("mentoring", "1", Audience.MENTEE, List.of(modules));
    }

    private static List<String> keys(Proposal.Sitting session) {
        return session.modules().stream().map(Proposal.Item::key).toList();
    }

    private static CurriculumModule required(String key, int minutes) {
        return new CurriculumModule(key, key, minutes, true, null, null);
    }

    private static CurriculumModule optional(String key, int minutes) {
        return new CurriculumModule(key, key, minutes, false, null, null);
    }
}
