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

    /** Takes in people with a score on one scale. */
    interface Reader {
        void read(Columns columns, int row, int place);
    }

    /** Hands out who has a score on a scale, from one part. */
    void read(int part, int scale, Reader reader) {
        Columns columns = parts.get(part);
        int row = 0;
        for (int run = 0; run < columns.runs(); run++) {
            for (; row < columns.end(run); row++) {
                if (columns.hasScore(scale, row)) {
                    reader.read(columns, row, placeOfRun[part][run]);
                }
            }
        }
    }

    /** The same from all parts, one after the other. */
    void read(int scale, Reader reader) {
        for (int part = 0; part < parts.size(); part++) {
            read(part, scale, reader);
        }
    }

    int parts() {
        return parts.size();
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
