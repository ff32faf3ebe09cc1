package org.mentoringcommons.analytics.section;

import java.util.List;
import java.util.stream.IntStream;
import org.mentoringcommons.analytics.instrument.Scale;

/** What all parts of a pass gathered, with each run of rows at the place of its workshop. */
final class Everybody {

    private final Gathered gathered;
    private final Places places;
    private final List<Columns> parts;
    private final int[][] placeOfRun;

    Everybody(Gathered gathered, Places places) {
        this.gathered = gathered;
        this.places = places;
        this.parts = gathered.columns().toList();
        this.placeOfRun = new int[parts.size()][];
        Places.Finder finder = places.finder();
        for (int part = 0; part < placeOfRun.length; part++) {
            Columns columns = parts.get(part);
            placeOfRun[part] = IntStream.range(0, columns.runs())
                    .map(run -> finder.of(columns.workshop(run)))
                    .toArray();
        }
    }

    /** Takes in one part after the other, and where its runs belong. */
    interface Reader {
        void read(Columns columns, int[] placeOfRun);
    }

    void each(Reader reader) {
        for (int part = 0; part < placeOfRun.length; part++) {
            reader.read(parts.get(part), placeOfRun[part]);
        }
    }

    /** Everybody who answered anything. */
    long size() {
        return parts.stream().mapToLong(Columns::size).sum();
    }

    int largest(int scale) {
        return parts.stream().mapToInt(columns -> columns.largest(scale)).max().orElse(0);
    }

    Scale scale(int number) {
        return gathered.scales().get(number);
    }

    ItemTally items(int scale) {
        return gathered.items(scale);
    }

    Groups grouping(int number) {
        return gathered.groupings().get(number);
    }

    Places places() {
        return places;
    }
}
