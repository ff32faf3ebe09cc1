package org.mentoringcommons.analytics.cube;

/**
 * Somebody of a made-up study.
 *
 * @param institution number; the hub and kind follow from it
 * @param hub the institution's
 * @param kind the institution's
 * @param favourable whether the person answered favourably
 * @param before score before, 6 to 42
 * @param now score now
 */
public record Person(
        int institution,
        String hub,
        String kind,
        String mode,
        String hours,
        String curriculum,
        String period,
        String stage,
        boolean favourable,
        int before,
        int now) {

    public Person answering(boolean otherwise) {
        return new Person(institution, hub, kind, mode, hours, curriculum, period, stage, otherwise, before, now);
    }

    CellKey stratum() {
        return CellKey.of(Dimension.HUB, hub)
                .and(Dimension.KIND, kind)
                .and(Dimension.MODE, mode)
                .and(Dimension.HOURS, hours)
                .and(Dimension.CURRICULUM, curriculum)
                .and(Dimension.PERIOD, period);
    }

    /** {@return whether the person is of a group} */
    public boolean isOf(CellKey group) {
        return stratum()
                .and(Dimension.STAGE, stage)
                .categories()
                .entrySet()
                .containsAll(group.categories().entrySet());
    }
}
