package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mentoringcommons.analytics.disclosure.Links;
import org.mentoringcommons.analytics.disclosure.Reach;
import org.mentoringcommons.analytics.disclosure.Relations;

/**
 * The groups of a release and how they add up: each table's margins, and groups of different tables of which one happens to
 * lie within another, because workshops are no secret. What is then left of the larger is a group nobody publishes and
 * everybody can work out; such groups come after those published. Whatever else can be worked out is told by {@link #reach}.
 */
final class Layout {

    /** Tables whose groups part people by other things than those of other tables do. */
    private static final List<Set<Dimension>> TABLES = List.of(
            Set.of(Dimension.HUB, Dimension.KIND),
            Set.of(Dimension.MODE, Dimension.HOURS),
            Set.of(Dimension.CURRICULUM),
            Set.of(Dimension.PERIOD));

    /** A group less some within it, none of which has people of another. */
    record Rest(int whole, List<Integer> parts) {}

    private final List<CellKey> groups;
    private final List<Rest> rests = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<CellKey> strata;
    private final List<Links.Sum> sums = new ArrayList<>();
    private final Links links;
    private final Relations relations;
    private final Reach reach;

    Layout(SortedSet<CellKey> groups, SortedSet<CellKey> strata) {
        this.groups = List.copyOf(groups);
        Map<CellKey, Integer> places = new HashMap<>();
        this.groups.forEach(group -> places.put(group, places.size()));
        this.strata = List.copyOf(strata);
        for (int whole = 0; whole < this.groups.size(); whole++) {
            for (Dimension dimension : Dimension.values()) {
                sum(whole, dimension);
            }
        }
        List<BitSet> members = members();
        this.relations =
                Relations.among(members, sums.stream().filter(this::isOfStages).toList());
        same(members);
        this.links = new Links(this.groups.size(), List.copyOf(sums));
        rests(members);
        this.reach = reach(members);
    }

    private Reach reach(List<BitSet> members) {
        List<BitSet> groupsOf = new ArrayList<>();
        for (int stratum = 0; stratum < strata.size(); stratum++) {
            BitSet in = new BitSet();
            for (int group = 0; group < groups.size(); group++) {
                in.set(group, members.get(group).get(stratum));
            }
            groupsOf.add(in);
        }
        List<BitSet> tables = new ArrayList<>();
        for (Set<Dimension> table : TABLES) {
            BitSet of = new BitSet();
            for (int group = 1; group < groups.size(); group++) {
                of.set(group, table.containsAll(groups.get(group).categories().keySet()));
            }
            tables.add(of);
        }
        return new Reach(groupsOf, tables);
    }

    /** {@return whether the parts of a sum are stages, each of which counts its people by itself} */
    boolean isOfStages(Links.Sum sum) {
        return groups.get(sum.parts().get(0)).categories().containsKey(Dimension.STAGE);
    }

    private void sum(int whole, Dimension dimension) {
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
    private List<BitSet> members() {
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

    /** Groups of different tables that have the same people. */
    private void same(List<BitSet> members) {
        for (int one = 1; one < groups.size(); one++) {
            for (int other = 1; other < one; other++) {
                if (isNews(groups.get(one), groups.get(other))
                        && !members.get(one).isEmpty()
                        && members.get(one).equals(members.get(other))) {
                    sums.add(new Links.Sum(one, List.of(other), false));
                    names.add(groups.get(one) + " is " + groups.get(other));
                }
            }
        }
    }

    /** What is left of a group without one within it, and without all of another table within it. */
    private void rests(List<BitSet> members) {
        for (int whole = 1; whole < groups.size(); whole++) {
            Map<List<Dimension>, List<Integer>> within = new LinkedHashMap<>();
            for (int part = 1; part < groups.size(); part++) {
                if (whole != part
                        && isNews(groups.get(whole), groups.get(part))
                        && within(members, part, whole)
                        && !members.get(part).equals(members.get(whole))) {
                    less(whole, List.of(part), groups.get(part).toString());
                    within.computeIfAbsent(groups.get(part).dimensions(), none -> new ArrayList<>())
                            .add(part);
                }
            }
            for (Map.Entry<List<Dimension>, List<Integer>> table : within.entrySet()) {
                if (table.getValue().size() > 1) {
                    less(whole, List.copyOf(table.getValue()), "all of " + table.getKey() + " within");
                }
            }
        }
    }

    private void less(int whole, List<Integer> parts, String name) {
        rests.add(new Rest(whole, parts));
        List<Integer> all = new ArrayList<>(parts);
        all.add(groups.size() + rests.size() - 1);
        sums.add(new Links.Sum(whole, List.copyOf(all), false));
        names.add(groups.get(whole) + " less " + name);
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

    /** How published groups add up among themselves. */
    Links links() {
        return links;
    }

    /** How they add up among themselves, and with what is left of one without others; named in this order. */
    List<Links.Sum> sums() {
        return sums;
    }

    Reach reach() {
        return reach;
    }

    Relations relations() {
        return relations;
    }

    /** {@return of groups that are not told those that follow from groups that are, each with these} */
    Map<Integer, BitSet> following(BitSet told) {
        BitSet unknown = new BitSet();
        unknown.set(0, groups.size());
        unknown.andNot(told);
        return relations.following(unknown);
    }

    /** What there is of every group, in their order, of those nobody publishes too. */
    List<Tally> tallies(Measured measured, int sums) {
        Tally nobody = new Tally.Builder(sums).build();
        List<Tally> tallies = new ArrayList<>();
        groups.forEach(group -> tallies.add(measured.byGroup().getOrDefault(group, nobody)));
        for (Rest rest : rests) {
            Tally left = tallies.get(rest.whole());
            for (int part : rest.parts()) {
                left = left.minus(tallies.get(part));
            }
            tallies.add(left);
        }
        return tallies;
    }

    /** What there is of every stratum, in their order. */
    List<Tally> strata(Measured measured) {
        Tally nobody = new Tally.Builder(0).build();
        return strata.stream()
                .map(stratum -> measured.byStratum().getOrDefault(stratum, nobody))
                .toList();
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
