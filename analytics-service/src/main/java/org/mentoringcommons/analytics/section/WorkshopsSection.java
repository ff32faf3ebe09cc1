package org.mentoringcommons.analytics.section;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mentoringcommons.analytics.cohort.Cohort;
import org.mentoringcommons.analytics.cohort.DeliveredWorkshop;
import org.mentoringcommons.analytics.cohort.Reason;
import org.mentoringcommons.analytics.study.Counted;
import org.mentoringcommons.analytics.study.Tables.WorkshopRow;

/**
 * Numbers about workshops, all as the measure {@code count}: workshops, sites, people, or the hours of the shortest.
 * Their n is the number of workshops looked at: all delivered ones for what was delivered or left out, else the
 * analysed ones.
 */
record WorkshopsSection(Cohort cohort) {

    private static final double MINUTES_AN_HOUR = 60;

    Section of(Collection<WorkshopRow> declared) {
        return new Section(
                "workshops", "Workshops", declared.stream().map(this::row).toList());
    }

    private Row row(WorkshopRow row) {
        Counted counted = Counted.of(row.count()).orElseThrow();
        List<DeliveredWorkshop> workshops =
                population(row, counted).stream().filter(asDeclared(row)).toList();
        long n = isAboutDelivery(counted)
                ? cohort.delivered().size()
                : cohort.analysed().size();
        return new Row(row.row(), measure(counted, workshops, n));
    }

    private List<DeliveredWorkshop> population(WorkshopRow row, Counted counted) {
        return switch (counted) {
            case DELIVERED -> cohort.delivered();
            case EXCLUDED ->
                row.reason() == null
                        ? cohort.excluded()
                        : cohort.excluded(Reason.of(row.reason()).orElseThrow());
            case ANALYSED, SITES, TRAINED, RESPONDED, CONSENTED, LARGEST, MINIMUM_HOURS, UNKNOWN_COVERAGE ->
                cohort.analysed();
        };
    }

    private static boolean isAboutDelivery(Counted counted) {
        return counted == Counted.DELIVERED || counted == Counted.EXCLUDED || counted == Counted.ANALYSED;
    }

    private static Measure measure(Counted counted, List<DeliveredWorkshop> workshops, long n) {
        Stream<DeliveredWorkshop> each = workshops.stream();
        return switch (counted) {
            case DELIVERED, EXCLUDED, ANALYSED -> Measure.count(workshops.size(), n);
            case SITES ->
                Measure.count(
                        each.map(DeliveredWorkshop::institution).distinct().count(), n);
            case TRAINED ->
                Measure.count(each.mapToLong(DeliveredWorkshop::attended).sum(), n);
            case RESPONDED ->
                Measure.count(
                        each.mapToLong(workshop -> workshop.responded().count()).sum(), n);
            case CONSENTED ->
                Measure.count(
                        each.mapToLong(workshop -> workshop.consented().count()).sum(), n);
            case UNKNOWN_COVERAGE ->
                Measure.count(
                        each.filter(workshop -> workshop.modules().isEmpty()).count(), n);
            case LARGEST ->
                each.map(workshop -> (long) workshop.attended())
                        .max(Long::compare)
                        .map(people -> Measure.count(people, n))
                        .orElseGet(() -> ofNone(n));
            case MINIMUM_HOURS ->
                each.map(workshop -> workshop.minutes() / MINUTES_AN_HOUR)
                        .min(Double::compare)
                        .map(hours -> Measure.plain(Measure.COUNT, hours, n))
                        .orElseGet(() -> ofNone(n));
        };
    }

    private static Measure ofNone(long n) {
        return Measure.undefined(Measure.COUNT, n, "there are no workshops");
    }

    private static Predicate<DeliveredWorkshop> asDeclared(WorkshopRow row) {
        return workshop -> (row.mode() == null || row.mode().equals(workshop.mode()))
                && (row.module() == null
                        || workshop.modules()
                                .filter(modules -> modules.contains(row.module()))
                                .isPresent())
                && (row.minimumSize() == null || workshop.attended() >= row.minimumSize())
                && (row.maximumSize() == null || workshop.attended() <= row.maximumSize());
    }
}
