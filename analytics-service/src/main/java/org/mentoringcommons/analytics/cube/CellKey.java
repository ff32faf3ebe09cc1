package org.mentoringcommons.analytics.cube;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A group of people that a release may say something about: everybody of one category of each of its dimensions, of all
 * categories of the others. Ordered by dimensions, then by categories; the nation comes first.
 *
 * @param categories by dimension; empty for the nation
 */
public record CellKey(SortedMap<Dimension, String> categories) implements Comparable<CellKey> {

    /** Everybody in the study. */
    public static final CellKey NATION = new CellKey(new TreeMap<>());

    /** Keeps a copy. */
    public CellKey {
        categories = Collections.unmodifiableSortedMap(new TreeMap<>(categories));
    }

    /** {@return the group of one category} */
    public static CellKey of(Dimension dimension, String category) {
        return new CellKey(new TreeMap<>(Map.of(dimension, category)));
    }

    /** {@return those of this group who are of a category too} */
    public CellKey and(Dimension dimension, String category) {
        SortedMap<Dimension, String> more = new TreeMap<>(categories);
        more.put(dimension, category);
        return new CellKey(more);
    }

    /** {@return whether all people of this stratum, or of this stage, are in a group; a stage is part of no other group} */
    boolean isPartOf(CellKey group) {
        return categories.containsKey(Dimension.STAGE)
                ? equals(group)
                : categories.entrySet().containsAll(group.categories.entrySet());
    }

    /** {@return which dimensions it is told apart by} */
    public List<Dimension> dimensions() {
        return new ArrayList<>(categories.keySet());
    }

    /** {@return such as {@code nation}, or {@code hub=north, kind=college}} */
    @Override
    public String toString() {
        return categories.isEmpty()
                ? "nation"
                : categories.entrySet().stream()
                        .map(category -> category.getKey().word() + "=" + category.getValue())
                        .collect(Collectors.joining(", "));
    }

    @Override
    public int compareTo(CellKey other) {
        int order = Integer.compare(categories.size(), other.categories.size());
        order = order == 0 ? compare(categories.keySet(), other.categories.keySet()) : order;
        return order == 0 ? compare(categories.values(), other.categories.values()) : order;
    }

    private static <T extends Comparable<T>> int compare(Collection<T> one, Collection<T> other) {
        Iterator<T> others = other.iterator();
        int order = 0;
        for (Iterator<T> ours = one.iterator(); order == 0 && ours.hasNext(); ) {
            order = ours.next().compareTo(others.next());
        }
        return order;
    }
}
