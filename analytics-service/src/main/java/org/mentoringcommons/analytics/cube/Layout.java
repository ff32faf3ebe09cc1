package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoringcommons.analytics.disclosure.Links;
import org.mentoringcommons.analytics.disclosure.Relations;

/**
 * The groups of a release and how they add up: each table's margins, and groups of different tables of which one happens to
 * lie within another, because workshops are no secret. What is then left of the larger is a group nobody publishes and
 * everybody can work out; such groups come after those published.
 */
final class Layout {

    /** A group less one within it. */
    record Rest(int whole, int part) {}

    private final List<CellKey> groups;
    private final List<Rest> rests = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Links links;
    private final Relations relations;

    Layout(SortedSet<CellKey> groups, SortedSet<CellKey> strata) {
        this.groups = List.copyOf(groups);
        Map<CellKey, Integer> places = new HashMap<>();
        this.groups.forEach(group -> places.put(group, places.size()));
        List<Links.Sum> sums = new ArrayList<>();
        for (int whole = 0; whole < this.groups.size(); whole++) {
            for (Dimension dimension : Dimension.values()) {
                sum(whole, dimension, sums);
            }
        }
        List<BitSet> members = members(List.copyOf(strata));
        this.relations =
                Relations.among(members, sums.stream().filter(this::isOfStages).toList());
        overlaps(members, sums);
        this.links = new Links(this.groups.size() + rests.size(), List.copyOf(sums));
    }

    /** {@return whether the parts of a sum are stages, each of which counts its people by itself} */
    boolean isOfStages(Links.Sum sum) {
        return groups.get(sum.parts().get(0)).categories().containsKey(Dimension.STAGE);
    }

    private void sum(int whole, Dimension dimension, List<Links.Sum> sums) {
        CellKey key = groups.get(whole);
        if (key.categories().containsKey(dimension)) {
            return;
        }
        List<Integer> parts = new ArrayList<>();
        for (int part = 0; part < groups.size(); part++) {
            String category = groups.get(part).categories().get(dimension);
            if (category != null && key.and(dimension, category).equals(groups.get(part))) {
                parts.add(part);
            }
        }
        if (!parts.isEmpty()) {
            boolean line = key.dimensions().equals(List.of(Dimension.HUB))
                    || key.dimensions().equals(List.of(Dimension.MODE));
            sums.add(new Links.Sum(whole, List.copyOf(parts), line));
            names.add(key + " by " + dimension.word());
        }
    }

    /** What each sum is called, which stays the same from release to release. */
    List<String> names() {
        return names;
    }

    /** Which strata each group has. A stage has a part of every stratum, and is no part of anything but the nation. */
    private List<BitSet> members(List<CellKey> strata) {
        List<String> stages = groups.stream()
                .filter(group -> group.categories().containsKey(Dimension.STAGE))
                .map(group -> group.categories().get(Dimension.STAGE))
                .toList();
        int width = strata.size();
        List<BitSet> members = new ArrayList<>();
        for (CellKey group : groups) {
            BitSet in = new BitSet(width + stages.size());
            String stage = group.categories().get(Dimension.STAGE);
            if (stage != null) {
                in.set(width + stages.indexOf(stage));
            } else {
                for (int stratum = 0; stratum < width; stratum++) {
                    if (strata.get(stratum)
                            .categories()
                            .entrySet()
                            .containsAll(group.categories().entrySet())) {
                        in.set(stratum);
                    }
                }
            }
            members.add(in);
        }
        return members;
    }

    private void overlaps(List<BitSet> members, List<Links.Sum> sums) {
        for (int whole = 1; whole < groups.size(); whole++) {
            for (int part = 1; part < groups.size(); part++) {
                if (whole != part && isNews(groups.get(whole), groups.get(part)) && within(members, part, whole)) {
                    if (!members.get(part).equals(members.get(whole))) {
                        rests.add(new Rest(whole, part));
                        sums.add(new Links.Sum(whole, List.of(part, groups.size() + rests.size() - 1), false));
                        names.add(groups.get(whole) + " less " + groups.get(part));
                    } else if (part < whole) {
                        sums.add(new Links.Sum(whole, List.of(part), false));
                        names.add(groups.get(whole) + " is " + groups.get(part));
                    }
                }
            }
        }
    }

    private static boolean isNews(CellKey whole, CellKey part) {
        return !part.categories().entrySet().containsAll(whole.categories().entrySet())
                && !whole.categories().containsKey(Dimension.STAGE)
                && !part.categories().containsKey(Dimension.STAGE);
    }

    private static boolean within(List<BitSet> members, int part, int whole) {
        if (members.get(part).isEmpty()) {
            return false;
        }
        BitSet outside = (BitSet) members.get(part).clone();
        outside.andNot(members.get(whole));
        return outside.isEmpty();
    }

    List<CellKey> groups() {
        return groups;
    }

    Links links() {
        return links;
    }

    Relations relations() {
        return relations;
    }

    /** What there is of every group, in their order, of those nobody publishes too. */
    List<Tally> tallies(Measured measured, int sums) {
        Tally nobody = new Tally.Builder(sums).build();
        List<Tally> tallies = new ArrayList<>();
        groups.forEach(group -> tallies.add(measured.byGroup().getOrDefault(group, nobody)));
        rests.forEach(rest -> tallies.add(tallies.get(rest.whole()).minus(tallies.get(rest.part()))));
        return tallies;
    }

    /**
     * {@return the layout of a cube whose categories are collapsed}
     *
     * @param before groups of earlier releases, which stay even when nobody is left in them
     */
    static Layout of(Cube cube, Collapsing collapsing, SortedSet<CellKey> before) {
        SortedSet<CellKey> groups = new TreeSet<>(before);
        SortedSet<CellKey> strata = new TreeSet<>();
        cube.strata().forEach(stratum -> strata.add(collapsing.of(stratum)));
        cube.measures().values().forEach(measured -> measured.byGroup().keySet().stream()
                .map(collapsing::of)
                .forEach(groups::add));
        return new Layout(groups, strata);
    }
}
